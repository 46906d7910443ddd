import type { Grounds } from "../record/index.ts"
import { countOwners, voicesAmong } from "./corroboration.ts"
import type { Report } from "./report.ts"
import type { Voice } from "./voices.ts"

/** One value of a field with the reports that give it. */
export interface Candidate<T> {
  /** As a version shows it; candidates of one field differ in it. */
  readonly label: string
  readonly value: T
  readonly reports: readonly Report[]
  readonly owners: number
  /** Day numbers of the first and the last report. */
  readonly first: number
  readonly last: number
}

/** Compares two candidates: negative where the first is to be preferred. */
type Preference<T> = (a: Candidate<T>, b: Candidate<T>) => number
export type Preferences<T> = readonly (readonly [Grounds, Preference<T>])[]

export const MOST_OWNERS = ["most owners", (a, b) => b.owners - a.owners] as const satisfies [
  Grounds,
  Preference<unknown>,
]
export const LATEST = ["latest", (a, b) => b.last - a.last] as const satisfies [Grounds, Preference<unknown>]
export const FIRST = ["first", (a, b) => a.first - b.first] as const satisfies [Grounds, Preference<unknown>]

/** The value that a happening takes, and why; of several that all grounds leave equal the first by its label. */
export interface Choice<T> {
  readonly taken: Candidate<T>
  readonly grounds: Grounds
}

/** Gathers what the reports give of a field; a report may give nothing, or several values. */
export function candidatesFor<T>(
  reports: readonly Report[],
  voices: ReadonlyMap<string, Voice>,
  valuesOf: (report: Report) => readonly (readonly [label: string, value: T])[],
): Candidate<T>[] {
  const found = new Map<string, { value: T; reports: Report[] }>()
  for (const report of reports)
    for (const [label, value] of valuesOf(report)) {
      const known = found.get(label)
      if (known === undefined) found.set(label, { value, reports: [report] })
      else known.reports.push(report)
    }
  return [...found.keys()].sort().map((label) => {
    const { value, reports: own } = found.get(label)!
    const days = own.map(({ published }) => published ?? 0)
    return {
      ...{ label, value, reports: own, owners: countOwners(voicesAmong(own, voices)) },
      first: days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
      last: days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    }
  })
}

/** Chooses by the preferences in their order; undefined where nothing is given. */
export function choose<T>(
  candidates: readonly Candidate<T>[],
  preferences: Preferences<T>,
): Choice<T> | undefined {
  const [taken, next] = [...candidates].sort((a, b) => {
    for (const [, compare] of preferences) {
      const order = compare(a, b)
      if (order !== 0) return order
    }
    return a.label < b.label ? -1 : 1
  })
  if (taken === undefined) return undefined
  const deciding =
    next === undefined ? undefined : preferences.find(([, compare]) => compare(taken, next) !== 0)
  return { taken, grounds: deciding?.[0] ?? "first" }
}
