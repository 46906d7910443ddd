import type { StateCodesAt } from "../codebook/state-codes.ts"
import type { PairPeriod, PairSeries } from "../record/index.ts"

/** Columns of the dyad panel, in their order. */
export const PANEL_COLUMNS = [
  "actor_iso3",
  "recipient_iso3",
  "ccode1",
  "ccode2",
  "gwcode1",
  "gwcode2",
  "period_start",
  "period",
  "directed",
  "n_happenings",
  "n_reports",
  "verb_coop",
  "mat_coop",
  "verb_conf",
  "mat_conf",
  "coop_weight",
  "conf_weight",
  "share_coop",
  "share_lo",
  "share_hi",
  "theta",
  "theta_se",
  "volume_ratio",
  "intent_coop",
  "intent_conf",
  "n_independent",
  "pct_state_only",
  "weights_id",
  "changepoint_prob",
  "data_version",
] as const

export type PanelRow = Readonly<Record<(typeof PANEL_COLUMNS)[number], string | number | null>>

/** Which dyad a series is of. */
export interface PanelDyad {
  /** Alpha-3. */
  readonly actor: string
  readonly recipient: string
  /** False where acts of both upon each other are in one row. */
  readonly directed: boolean
}

/** One row a period of a dyad; what is unknown, or has no value in silence, is null. */
export const panelRows = (
  dyad: PanelDyad,
  series: PairSeries,
  names: { readonly codesAt: StateCodesAt; readonly dataVersion: string },
): PanelRow[] => series.points.map((point) => panelRow(dyad, series, point, names))

function panelRow(
  { actor, recipient, directed }: PanelDyad,
  { by, weights }: PairSeries,
  point: PairPeriod,
  { codesAt, dataVersion }: { readonly codesAt: StateCodesAt; readonly dataVersion: string },
): PanelRow {
  const [first, second] = [codesAt(actor, point.period), codesAt(recipient, point.period)]
  return {
    actor_iso3: actor,
    recipient_iso3: recipient,
    ccode1: first.cow || null,
    ccode2: second.cow || null,
    gwcode1: first.gw || null,
    gwcode2: second.gw || null,
    period_start: point.period,
    period: by,
    directed: directed ? 1 : 0,
    n_happenings: point.happenings,
    n_reports: point.reports,
    verb_coop: point.byQuad["verbal cooperation"],
    mat_coop: point.byQuad["material cooperation"],
    verb_conf: point.byQuad["verbal conflict"],
    mat_conf: point.byQuad["material conflict"],
    coop_weight: point.cooperation,
    conf_weight: point.conflict,
    share_coop: point.share,
    share_lo: point.low,
    share_hi: point.high,
    theta: point.theta,
    theta_se: point.thetaError,
    volume_ratio: point.volume === null ? null : point.volume / 100,
    intent_coop: point.intentCooperation,
    intent_conf: point.intentConflict,
    n_independent: point.owners,
    pct_state_only: point.happenings === 0 ? null : (100 * point.stateOnly) / point.happenings,
    weights_id: weights,
    changepoint_prob: point.changeProbability,
    data_version: dataVersion,
  }
}
