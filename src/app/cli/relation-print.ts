import { loadCodebook } from "../../codebook/codebook.ts"
import { loadCountryNames } from "../../codebook/country-names.ts"
import type { Without } from "../../record/index.ts"
import {
  actsOfPeriods,
  ownersBehind,
  pairName,
  STANDING_WEIGHTS,
  type Weighing,
} from "../../relation/index.ts"
import type { Store } from "../../store/index.ts"
import { bundledData } from "../bundled-data.ts"
import { openRecord } from "../open-record.ts"
import { loadOwnWeights } from "../own-weights.ts"
import { type PairRelation, readRelation } from "../pair-relation.ts"
import { MisuseError } from "./options.ts"
import type { RelationCommandOptions } from "./relation.ts"
import { relationCsv } from "./relation-csv.ts"
import { relationTable } from "./relation-table.ts"
import { writeOut } from "./stdout.ts"

/** A pair's relation with what the outputs say beside it. */
export interface RelationReport extends PairRelation {
  readonly title: string
  /** The words of each happening's best report, where they are asked for. */
  readonly headlines: ReadonlyMap<string, string>
}

/** Prints the relation of two states from the store. */
export async function printRelation(a: string, b: string, options: RelationCommandOptions): Promise<void> {
  const countryName = loadCountryNames(bundledData)
  const [first, second] = [a, b].map((given) => countryCode(given, countryName)) as [string, string]
  if (first === second) throw new MisuseError(`${first} and ${second} are one state: name two`)
  const store = await openRecord(options.store)
  try {
    const relation = await readFrom(store, first, second, options)
    const pair = relation.options.pair
    const headlines = new Map<string, string>()
    if (options.happenings && options.format === "table")
      for (const { happening, headline } of await store.pairHappenings(pair))
        headlines.set(happening.id, headline)
    const arrow = options.directed ? "→" : "–"
    const title = `${countryName(first)} ${arrow} ${countryName(second)}`
    await writeOut(written({ ...relation, title, headlines }, options))
  } finally {
    await store.close()
  }
}

/** A standing name, or a file of the user's. */
export const ownWeights = (given: string): Weighing | undefined =>
  (STANDING_WEIGHTS as readonly string[]).includes(given) ? undefined : loadOwnWeights(given)

async function readFrom(store: Store, first: string, second: string, options: RelationCommandOptions) {
  const { by, from, to, weights, directed } = options
  const own = ownWeights(weights)
  const relation = await readRelation(
    store,
    {
      pair: pairName(first, second),
      by,
      weights: own?.id ?? weights,
      without: withoutOf(options),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(directed ? { direction: first < second ? "forward" : "backward" } : {}),
    },
    loadCodebook(bundledData),
    own === undefined ? [] : [own],
  )
  const owner = options.withoutOwner
  const owners = ownersBehind(relation?.acts ?? []).map(({ key }) => key)
  if (relation === undefined || (owner !== undefined && !owners.includes(owner)))
    throw new MisuseError(`no happening of these two is told by “${owner}”; there are: ${owners.join(", ")}`)
  return relation
}

const withoutOf = ({ without, withoutOwner }: RelationCommandOptions): Without => ({
  ...(without.includes("state-media") ? { stateMedia: true } : {}),
  ...(without.includes("largest") ? { largest: true } : {}),
  ...(withoutOwner === undefined ? {} : { owner: withoutOwner }),
})

function countryCode(given: string, countryName: (code: string) => string): string {
  const code = given.toUpperCase()
  if (!/^[A-Z]{3}$/.test(code) || countryName(code) === code)
    throw new MisuseError(`“${given}” is no state that we know; give its alpha-3 code, such as BLR or CHN`)
  return code
}

function written(report: RelationReport, options: RelationCommandOptions): string {
  if (options.format === "csv") return relationCsv(report)
  if (options.format === "table") return relationTable(report, options)
  const acts = actsOfPeriods(report.acts, report.options)
  const points = report.series.points.map((point) => ({
    ...point,
    acts: (acts.get(point.period) ?? []).map(({ act, lane, weight, cooperative }) => ({
      id: act.id,
      lane,
      weight,
      cooperative,
      ...{ start: act.start, end: act.end, type: act.type, mode: act.mode, status: act.status },
      ...{ owners: act.owners?.map(({ key }) => key) ?? null, toldOnlyBy: act.toldOnlyBy },
    })),
  }))
  const owners = ownersBehind(report.acts)
  return `${JSON.stringify({ pair: report.options.pair, ...report.series, points, owners }, null, 2)}\n`
}
