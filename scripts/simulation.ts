import type { EventType, OccurredCount, Owner, PairAct, Quad } from "../src/record/index.ts"

/** A made-up pair of states, week by week, as the news tells of it. */
export interface World {
  readonly weeks: number
  /** Share of happenings that are cooperative, before and from the middle on. */
  readonly shares: readonly [number, number]
  /** How many times as many happenings make the news from the middle on, and how many times as many reports each. */
  readonly moreHappenings: number
  readonly moreReports: number
}

/** How well reports are joined. */
export interface Linking {
  /** Chance that a report is not recognised and stands as a happening of its own. */
  readonly split: number
  /** Chance that a happening is taken for the one before it. */
  readonly merged: number
}

/** One happening with the reports that tell of it, by their owners. */
interface Told {
  readonly week: number
  readonly kind: Kind
  readonly owners: readonly number[]
}

export interface Kind {
  readonly type: EventType
  readonly mode: string | null
  readonly quad: Quad
  readonly score: number
  /** How often it comes, among those of its side. */
  readonly often: number
}

const kind = (type: EventType, mode: string | null, quad: Quad, score: number, often: number): Kind => ({
  ...{ type, mode, quad, score, often },
})
/** What makes most of diplomatic news, with PLOVER's scores. */
export const COOPERATION: readonly Kind[] = [
  kind("CONSULT", null, "verbal cooperation", 2.5, 0.4),
  kind("CONSULT", "visit", "verbal cooperation", 4, 0.2),
  kind("AGREE", null, "verbal cooperation", 2.5, 0.15),
  kind("SUPPORT", null, "verbal cooperation", 5, 0.15),
  kind("AID", null, "material cooperation", 10, 0.1),
]
export const CONFLICT: readonly Kind[] = [
  kind("ACCUSE", null, "verbal conflict", -3, 0.5),
  kind("REJECT", null, "verbal conflict", -2, 0.15),
  kind("THREATEN", null, "verbal conflict", -3.5, 0.15),
  kind("SANCTION", null, "material conflict", -6, 0.1),
  kind("ASSAULT", null, "material conflict", -9, 0.1),
]
/** Happenings in a week, reports a happening, and how far both vary: variance is mean + mean² / evenness. */
const HAPPENINGS = 8
const REPORTS = 3
const EVENNESS = 4
const OWNERS = 30
/** What the rest of the corpus tells in a week. */
const CORPUS = 400
const FIRST_DAY = Date.UTC(2020, 0, 6)
const DAY = 86_400_000

export type Random = () => number

const pick = (kinds: readonly Kind[], random: Random): Kind => {
  let left = random() * kinds.reduce((sum, { often }) => sum + often, 0)
  for (const one of kinds) {
    left -= one.often
    if (left < 0) return one
  }
  return kinds.at(-1)!
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Marsaglia and Tsang, for shapes of at least 1; mean 1. */
function gamma(shape: number, random: Random): number {
  const d = shape - 1 / 3
  for (;;) {
    const x = normal(random)
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return (d * v) / shape
  }
}

function poisson(mean: number, random: Random): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)))
  let product = random()
  let count = 0
  for (const least = Math.exp(-mean); product > least; count++) product *= random()
  return count
}

/** A count with the burstiness of news. */
const bursty = (mean: number, random: Random): number => poisson(mean * gamma(EVENNESS, random), random)

/** Everything that the news tells of the pair. */
export function tellWorld(world: World, random: Random): Told[] {
  const told: Told[] = []
  for (let week = 0; week < world.weeks; week++) {
    const late = week >= world.weeks / 2
    const happenings = bursty(HAPPENINGS * (late ? world.moreHappenings : 1), random)
    for (let n = 0; n < happenings; n++) {
      const side = random() < world.shares[late ? 1 : 0] ? COOPERATION : CONFLICT
      const reports = 1 + bursty((REPORTS - 1) * (late ? world.moreReports : 1), random)
      // A few owners publish most.
      const owners = Array.from({ length: reports }, () => Math.floor(random() ** 2 * OWNERS))
      told.push({ week, kind: pick(side, random), owners })
    }
  }
  return told
}

/** What linking makes of the reports: some stand alone, some happenings are taken for another of the same week. */
export function linkWorld(told: readonly Told[], { split, merged }: Linking, random: Random): PairAct[] {
  const found: Told[] = []
  for (const happening of told) {
    const lost = happening.owners.filter(() => random() < split)
    const kept = happening.owners.slice(lost.length)
    for (const owner of lost) found.push({ ...happening, owners: [owner] })
    if (kept.length === 0) continue
    const last = found.at(-1)
    if (last !== undefined && last.week === happening.week && random() < merged)
      found[found.length - 1] = { ...last, owners: [...last.owners, ...kept] }
    else found.push({ ...happening, owners: kept })
  }
  return found.map(toAct)
}

function toAct({ week, kind: { often: _often, ...kind }, owners }: Told, at: number): PairAct {
  const distinct: Owner[] = [...new Set(owners)]
    .sort((a, b) => a - b)
    .map((owner) => ({ key: `owner ${owner}`, state: false }))
  const day = new Date(FIRST_DAY + week * 7 * DAY).toISOString().slice(0, 10)
  return {
    id: String(at),
    start: day,
    end: day,
    ...kind,
    status: "occurred",
    cameo: null,
    direction: "both",
    reports: owners.length,
    voices: distinct.length,
    owners: distinct,
    onlyStateMedia: false,
    toldOnlyBy: [],
  }
}

/** What the corpus tells in all, week by week: the pair's own and a steady rest. */
export function corpusOf(acts: readonly PairAct[], weeks: number, random: Random): OccurredCount[] {
  const own = new Map<string, number>()
  for (const { start } of acts) own.set(start!, (own.get(start!) ?? 0) + 1)
  return Array.from({ length: weeks }, (_, week) => {
    const day = new Date(FIRST_DAY + week * 7 * DAY).toISOString().slice(0, 10)
    return { start: day, end: day, happenings: poisson(CORPUS, random) + (own.get(day) ?? 0) }
  })
}

/** Share of cooperation by PLOVER's weights that a share of cooperative happenings comes to, 0 to 100. */
export function weightedShare(share: number): number {
  const mean = (kinds: readonly Kind[]): number =>
    kinds.reduce((sum, { score, often }) => sum + Math.abs(score) * often, 0)
  const above = share * mean(COOPERATION)
  return (100 * above) / (above + (1 - share) * mean(CONFLICT))
}
