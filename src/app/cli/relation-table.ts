import type { Level, LevelChange, PairPeriod } from "../../record/index.ts"
import { actsOfPeriods, type CountedAct, periodName } from "../../relation/index.ts"
import type { RelationReport } from "./relation-print.ts"

const SPARKS = "▁▂▃▄▅▆▇█"
const SILENCE = "·"
/** Characters for 0 to 100. */
const GAUGE = 21
const ID_LENGTH = 10

interface Column {
  readonly head: string
  readonly cell: (point: PairPeriod) => string
}

/** The series for a terminal: a spark line, a row a period with its band drawn, and where another level begins. */
export function relationTable(
  report: RelationReport,
  shown: { smooth?: boolean; happenings?: boolean },
): string {
  const { series, title } = report
  const { points } = series
  const head = `${title}, by ${series.by}${points.length === 0 ? "" : `, ${periodName(points[0]!.period, series.by)} to ${periodName(points.at(-1)!.period, series.by)}`}; weights ${series.weights}${withoutWords(report)}`
  if (points.length === 0)
    return `${head}\nNothing dated stands between the two here.${undatedWords(series.undated)}\n`
  return `${[
    head,
    `share     ${points.map(({ share }) => spark(share)).join("")}`,
    `smoothed  ${points.map(({ smoothed }) => spark(smoothed?.share ?? null)).join("")}`,
    "",
    ...rows(report, shown),
    "",
    ...notes(report),
  ].join("\n")}\n`
}

const spark = (share: number | null): string =>
  share === null ? SILENCE : SPARKS[Math.min(SPARKS.length - 1, Math.floor((share / 100) * SPARKS.length))]!

function rows(report: RelationReport, { smooth, happenings }: { smooth?: boolean; happenings?: boolean }) {
  const columns = COLUMNS.filter(({ head }) => head !== "smoothed" || smooth)
  const { by } = report.series
  const cells = report.series.points.map((point) => [
    periodName(point.period, by),
    ...columns.slice(1).map(({ cell }) => cell(point)),
  ])
  const widths = columns.map(({ head }, at) => Math.max(head.length, ...cells.map((row) => row[at]!.length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) =>
        at === 0 || columns[at]!.head.startsWith("0") ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!),
      )
      .join("  ")
      .trimEnd()
  const acts = happenings
    ? actsOfPeriods(report.acts, report.options)
    : new Map<string, readonly CountedAct[]>()
  return [
    line(columns.map(({ head }) => head)),
    ...cells.flatMap((row, at) => {
      const { period } = report.series.points[at]!
      const begins = report.series.changes.some((change) => change.period === period)
      return [
        `${line(row)}${begins ? "  ◀ another level" : ""}`,
        ...(acts.get(period) ?? []).map((act) => actLine(act, report.headlines)),
      ]
    }),
  ]
}

const COLUMNS: readonly Column[] = [
  { head: "period", cell: ({ period }) => period },
  { head: "share", cell: ({ share }) => (share === null ? "–" : whole(share)) },
  { head: "95 % band", cell: ({ low, high }) => (low === null || high === null ? "" : range(low, high)) },
  { head: `0${"50".padStart(GAUGE / 2 + 1)}${"100".padStart(GAUGE / 2 - 1)}`, cell: gauge },
  { head: "smoothed", cell: ({ smoothed }) => (smoothed === null ? "" : levelWords(smoothed)) },
  { head: "n", cell: ({ happenings }) => String(happenings) },
  { head: "coop", cell: ({ cooperation }) => decimal(cooperation) },
  { head: "conf", cell: ({ conflict }) => decimal(conflict) },
  { head: "deeds", cell: ({ deeds }) => shareWords(deeds.level) },
  { head: "words", cell: ({ words }) => shareWords(words.level) },
  { head: "PLOVER", cell: ({ byWeights }) => shareWords(byWeights.plover) },
  { head: "Goldst.", cell: ({ byWeights }) => shareWords(byWeights.goldstein) },
  { head: "unit", cell: ({ byWeights }) => shareWords(byWeights.unit) },
  { head: "rests on", cell: restsOn },
  { head: "intents", cell: ({ intents }) => some(intents) },
  { head: "readings", cell: ({ readings }) => some(readings.happenings) },
  { head: "owners", cell: ({ owners }) => some(owners) },
  { head: "volume", cell: ({ volume }) => (volume === null ? "" : `${decimal(volume)} %`) },
]

/** The band from 0 to 100 as a drawing: ├──●─┤ */
function gauge({ share, low, high }: PairPeriod): string {
  if (share === null || low === null || high === null) return ""
  const at = (value: number): number => Math.round((value / 100) * (GAUGE - 1))
  return Array.from({ length: GAUGE }, (_, place) => {
    if (place === at(share)) return "●"
    if (place === at(low)) return "├"
    if (place === at(high)) return "┤"
    return place > at(low) && place < at(high) ? "─" : SILENCE
  }).join("")
}

/** The range of the share when one thing at a time is left out; "none" is in it where nothing would be left. */
function restsOn({ share, withoutStateMedia, withoutLargest, withoutOneOwner }: PairPeriod): string {
  if (share === null) return ""
  const levels = [
    withoutStateMedia,
    withoutLargest,
    ...(withoutOneOwner === null ? [] : [withoutOneOwner.level]),
  ]
  const shares = [share, ...levels.flatMap((level) => level?.share ?? [])]
  const least = levels.includes(null) ? "none" : whole(Math.min(...shares))
  return `${least}–${whole(Math.max(...shares))}`
}

function actLine(
  { act, lane, weight, cooperative }: CountedAct,
  headlines: ReadonlyMap<string, string>,
): string {
  const days = act.start === act.end ? act.start : `${act.start}/${act.end}`
  const kind = `${act.type}${act.mode === null ? "" : ` ${act.mode}`}, ${act.status}`
  const side = `${cooperative ? "+" : "−"}${weight.toFixed(2)}`
  const apart = lane === "fact" ? "" : ` (${lane}, apart)`
  return `    ${days}  ${side}  ${kind}${apart}  ${act.id.slice(0, ID_LENGTH)}  “${headlines.get(act.id) ?? ""}”`
}

function notes({ series }: RelationReport): string[] {
  const told = (words: string, changes: readonly LevelChange[], digits: number): string =>
    changes.length === 0
      ? `${words}: none found`
      : `${words}: ${changes.map(({ period, before, after }) => `${periodName(period, series.by)} (${before.toFixed(digits)} → ${after.toFixed(digits)})`).join(", ")}`
  return [
    told("Another level of the weighted share", series.changes, 0),
    told("Another volume, in % of the corpus", series.volumeChanges, 2),
    `· is silence, which has no share. “rests on”: lowest and highest share without state media, without the largest happening, and without one owner; “none” where nothing would be left.${undatedWords(series.undated)}`,
  ]
}

function withoutWords({ series: { without } }: RelationReport): string {
  const left = [
    ...(without.stateMedia ? ["state media"] : []),
    ...(without.largest ? ["each period’s largest happening"] : []),
    ...(without.owner === undefined ? [] : [`“${without.owner}”`]),
  ]
  return left.length === 0 ? "" : `; without ${left.join(" and ")}`
}

const undatedWords = (count: number): string =>
  count === 0
    ? ""
    : ` ${count} more ${count === 1 ? "is" : "are"} undated, or dated too vaguely for a period.`
const whole = (value: number): string => String(Math.round(value))
const decimal = (value: number): string => (value === 0 ? "0" : value.toFixed(1))
const some = (count: number): string => (count === 0 ? "" : String(count))
const range = (low: number, high: number): string => `${whole(low)}–${whole(high)}`
const shareWords = (level: Level | null): string => (level === null ? "–" : whole(level.share))
const levelWords = ({ share, low, high }: Level): string => `${whole(share)} (${range(low, high)})`
