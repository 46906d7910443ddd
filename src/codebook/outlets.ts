import type { Publisher } from "../record/index.ts"
import { DataError, type DataFiles } from "./data-files.ts"
import { alternatives, parseTable } from "./tsv.ts"

/** A state that owns, funds or runs an outlet speaks through it; an independent outlet speaks for itself. */
export type Affiliation = "state-affiliated" | "independent"

/** One row of data/outlets: who publishes, and whose voice that is, between two dates where these are known. */
export interface Outlet {
  readonly name: string
  /** Alpha-3 code of the country it belongs to, null for an international one. */
  readonly country: string | null
  readonly owner: string
  readonly affiliation: Affiliation
  readonly domains: readonly string[]
  readonly aliases: readonly string[]
  /** Inclusive ISO days between which the row holds. */
  readonly from: string | null
  readonly to: string | null
}

/** Finds the outlet behind a publisher, a name or a domain, at a date. */
export interface Outlets {
  readonly all: readonly Outlet[]
  readonly find: (publisher: Publisher | string, date?: string) => Outlet | undefined
}

/** Kept by hand (agencies, large papers), then built from the state media matrix. */
const PATHS = ["outlets/agencies.tsv", "outlets/outlets.tsv"] as const
const COLUMNS = ["name", "country", "owner", "affiliation", "domain"]
const AFFILIATIONS: readonly string[] = ["state-affiliated", "independent"]
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/** Reads the tables of data/outlets; the user's own files (name for messages → TSV text) are searched before them. */
export function loadOutlets(data: DataFiles, own: ReadonlyMap<string, string> = new Map()): Outlets {
  const tables = [...own, ...PATHS.map((path) => [`data/${path}`, data.text(path)] as const)]
  return createOutlets(tables.map(([name, text]) => parseOutlets(name, text)))
}

/** Reads one table of outlets, which messages call `name`. Throws DataError where a row breaks the rules. */
export function parseOutlets(name: string, text: string): Outlet[] {
  return parseTable(name, text, COLUMNS).map(({ cells, where }) => {
    const affiliation = cells.affiliation ?? ""
    if (!cells.name)
      throw new DataError(`${where}: the row has no name. Give the outlet's name in the first column.`)
    if (!AFFILIATIONS.includes(affiliation))
      throw new DataError(`${where}: affiliation "${affiliation}" is neither ${AFFILIATIONS.join(" nor ")}.`)
    for (const day of [cells.from, cells.to])
      if (day && !ISO_DAY.test(day))
        throw new DataError(`${where}: "${day}" is no date. Dates are ISO days: 2023-12-03.`)
    return {
      name: cells.name,
      country: cells.country || null,
      owner: cells.owner || cells.name,
      affiliation: affiliation as Affiliation,
      domains: alternatives(cells.domain ?? "").map(normalDomain),
      aliases: alternatives(cells.aliases ?? ""),
      from: cells.from || null,
      to: cells.to || null,
    }
  })
}

/**
 * Builds the lookup over tables, searched in their order: by domain, then by name. A name that one table gives to outlets
 * of two countries ("MTV", "Channel 5") finds nothing: it says too little.
 */
export function createOutlets(tables: readonly (readonly Outlet[])[]): Outlets {
  const indexes = tables.map(indexTable)
  const find = (publisher: Publisher | string, date?: string): Outlet | undefined => {
    const { name, domain } =
      typeof publisher === "string" ? { name: publisher, domain: publisher } : publisher
    const parents = domain === undefined ? [] : parentDomains(normalDomain(domain))
    for (const parent of parents)
      for (const { byDomain } of indexes) {
        const found = inForce(byDomain.get(parent), date)[0]
        if (found !== undefined) return found
      }
    for (const { byName } of indexes) {
      const rows = inForce(byName.get(normalName(name)), date)
      if (rows.length > 0) return rows.every((row) => row.country === rows[0]!.country) ? rows[0] : undefined
    }
    return undefined
  }
  return Object.freeze({ all: tables.flat(), find })
}

interface OutletIndex {
  readonly byName: ReadonlyMap<string, readonly Outlet[]>
  readonly byDomain: ReadonlyMap<string, readonly Outlet[]>
}

function indexTable(rows: readonly Outlet[]): OutletIndex {
  const byName = new Map<string, Outlet[]>()
  const byDomain = new Map<string, Outlet[]>()
  const add = (index: Map<string, Outlet[]>, key: string, row: Outlet) => {
    const found = index.get(key)
    if (found === undefined) index.set(key, [row])
    else found.push(row)
  }
  for (const row of rows) {
    for (const name of new Set([row.name, ...row.aliases].map(normalName))) add(byName, name, row)
    for (const domain of new Set(row.domains)) add(byDomain, domain, row)
  }
  return { byName, byDomain }
}

/** The domain and its parents that could be listed: "english.news.example" → itself, "news.example". */
function parentDomains(domain: string): string[] {
  const found: string[] = []
  for (let rest = domain; rest.includes("."); rest = rest.slice(rest.indexOf(".") + 1)) found.push(rest)
  return found
}

/** The rows that hold on the day; all of them where no date is given. */
function inForce(rows: readonly Outlet[] | undefined, date?: string): readonly Outlet[] {
  if (rows === undefined || date === undefined) return rows ?? []
  const day = date.slice(0, 10)
  return rows.filter((row) => (row.from === null || row.from <= day) && (row.to === null || day <= row.to))
}

/** "The BBC News" and "bbc news" are one name; punctuation and accents do not tell outlets apart. */
const normalName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "")

/** "https://www.rfi.fr/en/" → "rfi.fr". */
const normalDomain = (domain: string): string =>
  domain
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/[/?#:].*/s, "")
    .replace(/^www\./, "")
