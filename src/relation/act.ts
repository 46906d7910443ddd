import type { Happening, PairAct, PairDirection, Quad, Status, Teller } from "../record/index.ts"

/** Facts make the level, intents and third parties' readings stand apart; what did not come about counts nowhere. */
export type Lane = "fact" | "intent" | "reading" | "none"

const FACTS: ReadonlySet<Status> = new Set(["occurred", "ongoing"])
const INTENTS: ReadonlySet<Status> = new Set(["planned", "expected", "promised", "threatened"])

/** Where an act between the states of `pair` ("BLR-CHN") counts. */
export function laneOf({ status, toldOnlyBy }: Pick<PairAct, "status" | "toldOnlyBy">, pair: string): Lane {
  if (FACTS.has(status)) return isReading(toldOnlyBy, pair) ? "reading" : "fact"
  return INTENTS.has(status) ? "intent" : "none"
}

/** Known on the word of others alone: neither an outlet nor one of the two says it. */
const isReading = (tellers: readonly Teller[], pair: string): boolean =>
  tellers.length > 0 && tellers.every(({ country }) => country === null || !pair.includes(country))

export const isCooperative = (quad: Quad): boolean =>
  quad === "verbal cooperation" || quad === "material cooperation"
export const isDeed = (quad: Quad): boolean => quad === "material cooperation" || quad === "material conflict"

/** The act that a happening is to one of its pairs; undefined where it has no quad class or score. */
export function actOf(happening: Happening, direction: PairDirection): PairAct | undefined {
  const { quad, score, date } = happening
  if (quad === null || score === null) return undefined
  return {
    id: happening.id,
    start: date?.start ?? null,
    end: date?.end ?? null,
    type: happening.type,
    mode: happening.mode,
    quad,
    status: happening.status,
    score,
    cameo: happening.cameo,
    direction,
    reports: happening.events.length,
    voices: happening.independentOwners,
    owners: happening.owners,
    onlyStateMedia: happening.onlyStateMedia,
    toldOnlyBy: happening.toldOnlyBy,
  }
}
