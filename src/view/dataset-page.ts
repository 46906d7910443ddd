import type { Status } from "../record/index.ts"
import type { Country, DatasetLane, DatasetsPage } from "./api.ts"

/** Happenings of ours that are alike, counted. */
interface OwnTally {
  readonly month: string | null
  readonly quad: string
  readonly status: Status
  readonly score: number
  readonly happenings: number
}

/** What others' data hold is taken as reported; of ours what occurred or is under way stands beside it. */
const REPORTED: ReadonlySet<Status> = new Set(["occurred", "ongoing"])
const FIELDS = {
  "verbal cooperation": "verbalCooperation",
  "material cooperation": "materialCooperation",
  "verbal conflict": "verbalConflict",
  "material conflict": "materialConflict",
} as const

/** Our own series of a pair in the shape of the imported ones, before them. */
export function datasetsPage(
  pair: string,
  [a, b]: readonly [Country, Country],
  { tallies, imported }: { readonly tallies: readonly OwnTally[]; readonly imported: readonly DatasetLane[] },
): DatasetsPage {
  return { pair, a, b, datasets: [ownLane(tallies), ...imported] }
}

function ownLane(tallies: readonly OwnTally[]): DatasetLane {
  const months = new Map<string, { scored: number; counts: Record<string, number> }>()
  for (const { month, quad, status, score, happenings } of tallies) {
    if (month === null || !REPORTED.has(status)) continue
    const own = months.get(month) ?? { scored: 0, counts: {} }
    const field = FIELDS[quad as keyof typeof FIELDS]
    own.scored += score * happenings
    own.counts[field] = (own.counts[field] ?? 0) + happenings
    months.set(month, own)
  }
  const points = [...months.keys()].sort().map((month) => {
    const { scored, counts } = months.get(month)!
    const events = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return {
      month,
      events,
      verbalCooperation: counts.verbalCooperation ?? 0,
      materialCooperation: counts.materialCooperation ?? 0,
      verbalConflict: counts.verbalConflict ?? 0,
      materialConflict: counts.materialConflict ?? 0,
      score: scored / events,
      reports: null,
    }
  })
  return {
    dataset: "chancery",
    events: points.reduce((sum, { events }) => sum + events, 0),
    first: points.at(0)?.month ?? null,
    last: points.at(-1)?.month ?? null,
    months: points,
  }
}
