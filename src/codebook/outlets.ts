import type { Publisher } from "../record/index.ts"
import { DataError, type DataFiles } from "./data-files.ts"
import { alternatives, parseTsv } from "./tsv.ts"

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

const PATH = "outlets/outlets.tsv"
const COLUMNS = ["name", "country", "owner", "affiliation", "domain"]
const AFFILIATIONS: readonly string[] = ["state-affiliated", "independent"]
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/** Reads data/outlets/outlets.tsv; rows of the user's own files (path → TSV text) come first in every search. */
export function loadOutlets(data: DataFiles, own: ReadonlyMap<string, string> = new Map()): Outlets {
  const rows = [...own].flatMap(([path, text]) => parseOutlets(path, text))
  return createOutlets([...rows, ...parseOutlets(PATH, data.text(PATH))])
}

/** Reads one table of outlets. Throws DataError where a row breaks the rules. */
export function parseOutlets(path: string, text: string): Outlet[] {
  return parseTsv(path, text, COLUMNS).map(({ cells, where }) => {
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

/** Builds the lookup over rows; where two rows answer to one name or domain, the earlier row wins. */
export function createOutlets(rows: readonly Outlet[]): Outlets {
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
  const find = (publisher: Publisher | string, date?: string): Outlet | undefined => {
    const { name, domain } =
      typeof publisher === "string" ? { name: publisher, domain: publisher } : publisher
    return (
      (domain === undefined ? undefined : findDomain(byDomain, normalDomain(domain), date)) ??
      inForce(byName.get(normalName(name)), date)
    )
  }
  return Object.freeze({ all: rows, find })
}

/** The domain itself, else the nearest parent that is listed: "english.news.example" → "news.example". */
function findDomain(index: ReadonlyMap<string, Outlet[]>, domain: string, date?: string): Outlet | undefined {
  for (let rest = domain; rest.includes("."); rest = rest.slice(rest.indexOf(".") + 1)) {
    const found = inForce(index.get(rest), date)
    if (found !== undefined) return found
  }
  return undefined
}

function inForce(rows: readonly Outlet[] | undefined, date?: string): Outlet | undefined {
  if (rows === undefined || date === undefined) return rows?.[0]
  const day = date.slice(0, 10)
  return rows.find((row) => (row.from === null || row.from <= day) && (row.to === null || day <= row.to))
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
    .replace(/[/?#:].*$/, "")
    .replace(/^www\./, "")
