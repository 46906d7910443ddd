import type { Event } from "../record/index.ts"

/** Nouns of the acts themselves: "two visits" are two happenings, "two ministers" are not. */
const ACTS: ReadonlySet<string> = new Set(
  (
    "visit trip journey tour meeting summit talk call conversation attack strike raid protest rally exercise drill " +
    "agreement treaty sanction"
  ).split(" "),
)
/** Types whose acts those nouns count; "signed 27 agreements" is one signing. */
const COUNTED_TYPES: ReadonlySet<string> = new Set(["CONSULT", "ASSAULT", "PROTEST"])
const FEWEST = 2

/** True where the report sums up several acts ("During his two visits last year"): it is none of them by itself. */
export const isSum = ({ type, quantities }: Event): boolean =>
  type !== null && COUNTED_TYPES.has(type) && quantities.some(isCountOfActs)

/** "his first visit since December 2023": the act at hand, whatever else the sentence dates. */
export const isActAtHand = ({ quantities }: Event): boolean =>
  quantities.some(({ kind, unit }) => kind === "ordinal" && unit !== null && ACTS.has(unit))

/** "two visits": a count of acts. */
export const isCountOfActs = ({ kind, value, unit }: Event["quantities"][number]): boolean =>
  kind === "count" && value >= FEWEST && unit !== null && ACTS.has(unit)
