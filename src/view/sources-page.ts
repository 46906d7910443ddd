import type { Country, DocumentRow, OutletLabel } from "./api.ts"
import { type Names, outletLabel } from "./names.ts"

/** GET /sources: whose voices the record is made of. */
export interface SourcesPage {
  readonly outlets: readonly OutletRow[]
  /** Owners with their articles month by month, those of most first. */
  readonly owners: readonly OwnerRow[]
  readonly stateMedia: {
    readonly whole: StateMediaShare
    /** By the year in which happenings begin, oldest first; those before the first article are one, "before 2021". */
    readonly years: readonly (StateMediaShare & { readonly year: string })[]
    /** The pairs with most happenings. */
    readonly pairs: readonly (StateMediaShare & {
      readonly pair: string
      readonly a: Country
      readonly b: Country
    })[]
  }
  /** Articles whose publisher is unknown. */
  readonly anonymous: number
}

/** An outlet as the record knows it, whatever its articles call it. */
export interface OutletRow extends OutletLabel {
  /** Its name, and its country where the table of outlets gives one: "Neris Post LTU". */
  readonly id: string
  readonly countryName: string | null
  readonly documents: number
  readonly events: number
  /** First and last month of publication, YYYY-MM. */
  readonly first: string | null
  readonly last: string | null
}

export interface OwnerRow {
  readonly owner: string
  readonly affiliation: OutletLabel["affiliation"]
  /** Countries of its outlets, by name. */
  readonly countries: readonly Country[]
  readonly outlets: number
  readonly documents: number
  readonly months: readonly { readonly month: string; readonly documents: number }[]
}

/** How many happenings, how many of them only state media report, and the 95 % band of that share, all 0–1. */
export interface StateMediaShare {
  readonly happenings: number
  readonly onlyStateMedia: number
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

/** GET /sources/:id: one outlet, its articles by month, and one page of them, latest first. */
export interface OutletPage extends OutletRow {
  readonly months: OwnerRow["months"]
  readonly articles: readonly DocumentRow[]
}

export interface PublisherKey {
  readonly name: string
  readonly domain: string | null
}

interface PublisherMonth extends PublisherKey {
  readonly month: string | null
  readonly documents: number
  readonly events: number
}

interface Tally {
  readonly of: string
  readonly happenings: number
  readonly onlyStateMedia: number
}

interface Tallies {
  readonly months: readonly PublisherMonth[]
  readonly anonymous: number
  readonly years: readonly Tally[]
  readonly whole: Tally
  readonly pairs: readonly Tally[]
}

/** An outlet with what its publishers' months add up to. */
export interface OutletGroup {
  readonly row: OutletRow
  readonly publishers: readonly PublisherKey[]
  /** Of the latest owner. */
  readonly months: OwnerRow["months"]
}

export function sourcesPage(tallies: Tallies, names: Names): SourcesPage {
  return {
    outlets: outletGroups(tallies.months, names).map(({ row }) => row),
    owners: ownerRows(tallies.months, names),
    stateMedia: {
      whole: shareOf(tallies.whole),
      years: yearShares(tallies),
      pairs: tallies.pairs.flatMap((tally) => {
        const [a, b] = tally.of.split("-")
        if (a === undefined || b === undefined) return []
        return [{ pair: tally.of, a: countryOf(a, names), b: countryOf(b, names), ...shareOf(tally) }]
      }),
    },
    anonymous: tallies.anonymous,
  }
}

/** What articles recall of old times is little, and told far from it: one row of all of it. */
function yearShares({ months, years }: Tallies): SourcesPage["stateMedia"]["years"] {
  const [begin = "0000"] = months.flatMap(({ month }) => month?.slice(0, 4) ?? []).sort()
  const early = years.filter((year) => year.of < begin)
  const before = {
    happenings: sum(early, ({ happenings }) => happenings),
    onlyStateMedia: sum(early, ({ onlyStateMedia }) => onlyStateMedia),
  }
  return [
    ...(early.length === 0 ? [] : [{ year: `before ${begin}`, ...shareOf(before) }]),
    ...years.filter((year) => year.of >= begin).map((year) => ({ year: year.of, ...shareOf(year) })),
  ]
}

const countryOf = (code: string, { countryName }: Pick<Names, "countryName">): Country => ({
  code,
  name: countryName(code),
})

/** Each month's articles under the owner of that month: an outlet that was sold counts for both, in turn. */
interface LabelledMonth extends PublisherMonth {
  readonly label: OutletLabel
}

const labelled = (months: readonly PublisherMonth[], names: Pick<Names, "outlets">): LabelledMonth[] =>
  months.flatMap((month) => {
    const { name, domain } = month
    const publisher = { name, ...(domain === null ? {} : { domain }) }
    const label = outletLabel(publisher, month.month === null ? null : `${month.month}-01`, names)
    return label === null ? [] : [{ ...month, label }]
  })

/** The record's outlets, those of most articles first; names that the table of outlets joins are one outlet. */
export function outletGroups(
  months: readonly PublisherMonth[],
  names: Pick<Names, "outlets" | "countryName">,
): OutletGroup[] {
  const byOutlet = groupBy(labelled(months, names), ({ label }) => outletId(label))
  const groups = [...byOutlet].map(([id, own]) => {
    const counted = monthsOf(own)
    const latest = own.reduce((a, b) => ((b.month ?? "") >= (a.month ?? "") ? b : a))
    return {
      row: {
        id,
        ...latest.label,
        countryName: latest.label.country === null ? null : names.countryName(latest.label.country),
        documents: sum(own, ({ documents }) => documents),
        events: sum(own, ({ events }) => events),
        first: counted[0]?.month ?? null,
        last: counted.at(-1)?.month ?? null,
      },
      publishers: [...groupBy(own, ({ name, domain }) => `${name}\n${domain}`).values()].map(
        ([{ name, domain }]) => ({ name, domain }),
      ),
      months: counted,
    }
  })
  return groups.sort((a, b) => b.row.documents - a.row.documents || (a.row.id < b.row.id ? -1 : 1))
}

const outletId = ({ name, country }: OutletLabel): string => (country === null ? name : `${name} ${country}`)

function ownerRows(months: readonly PublisherMonth[], names: Names): OwnerRow[] {
  const byOwner = groupBy(
    labelled(months, names),
    ({ label }) => `${label.affiliation}\n${label.owner ?? label.name}`,
  )
  const rows = [...byOwner.values()].map((own): OwnerRow => {
    const [{ label }] = own
    const countries = [...new Set(own.flatMap((month) => month.label.country ?? []))].sort()
    return {
      owner: label.owner ?? label.name,
      affiliation: label.affiliation,
      countries: countries.map((code) => countryOf(code, names)),
      outlets: new Set(own.map((month) => outletId(month.label))).size,
      documents: sum(own, ({ documents }) => documents),
      months: monthsOf(own),
    }
  })
  return rows.sort((a, b) => b.documents - a.documents || (a.owner < b.owner ? -1 : 1))
}

/** Articles by month, oldest first; undated ones aside. */
const monthsOf = (months: readonly PublisherMonth[]): OwnerRow["months"] =>
  [...groupBy(months, ({ month }) => month ?? "")]
    .filter(([month]) => month !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, own]) => ({ month, documents: sum(own, ({ documents }) => documents) }))

/** Half-width of a 95 % band, in standard errors. */
const Z = 1.96

/** The share with Wilson's band: how far it could be another where few happenings are known. */
export function shareOf({ happenings, onlyStateMedia }: Omit<Tally, "of">): StateMediaShare {
  if (happenings === 0) return { happenings, onlyStateMedia, share: null, low: null, high: null }
  const share = onlyStateMedia / happenings
  const spread = Z ** 2 / happenings
  const middle = (share + spread / 2) / (1 + spread)
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / happenings + spread / happenings / 4)
  return {
    ...{ happenings, onlyStateMedia, share },
    low: Math.max(0, Math.min(share, middle - half)),
    high: Math.min(1, Math.max(share, middle + half)),
  }
}

const sum = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((total, value) => total + of(value), 0)

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>()
  for (const value of values) {
    const key = keyOf(value)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [value])
    else known.push(value)
  }
  return groups
}
