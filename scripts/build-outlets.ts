// `npx tsx scripts/build-outlets.ts [--matrix FILE]`
// Builds data/outlets/outlets.tsv from the state media matrix: one row an outlet, its domains together.
import { readFileSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { alternatives, parseTsv } from "../src/codebook/tsv.ts"
import { parseCsv } from "./outlets/csv.ts"

const ROOT = resolve(import.meta.dirname, "..")
const { values: options } = parseArgs({
  options: {
    matrix: { type: "string", default: resolve(ROOT, "../shared/reference/state-media-matrix.csv") },
  },
})

/** The matrix's typology: run, funded or captured by a state, or independent in what it prints whoever pays. */
const AFFILIATION: Readonly<Record<string, string>> = {
  SC: "state-affiliated",
  CaPu: "state-affiliated",
  CaPr: "state-affiliated",
  ISFM: "independent",
  "ISFM?": "independent",
  ISF: "independent",
  ISM: "independent",
  IP: "independent",
}
/** The matrix's country names that the table of countries does not know. */
const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  "Palestine territories": "PSE",
  Macao: "MAC",
  "Hong Kong": "HKG",
  Congo: "COG",
  "DR Congo": "COD",
}
/** Rows of the matrix that belong to no single state. */
const NO_COUNTRY = new Set(["Europen Union", ""])
/** Kinds of media that the matrix puts before some names: "News agency: Belta". */
const KIND_PREFIX = /^(television|tv|radio|online|print|print media|newspapers?|news agency|magazine)\s*:\s*/i
const DOMAIN = /^(?:[a-z]+:\/\/)?(?:www\d?\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i
const COLUMNS = ["name", "country", "owner", "affiliation", "domain", "aliases", "from", "to", "origin"]

interface Row {
  readonly name: string
  readonly country: string
  readonly owner: string
  readonly affiliation: string
  readonly domains: Set<string>
  readonly aliases: Set<string>
}

function loadCountryCodes(): Map<string, string> {
  const path = "actors/countries.tsv"
  const codes = new Map(Object.entries(COUNTRY_NAMES))
  for (const { cells } of parseTsv(path, readFileSync(resolve(ROOT, "data", path), "utf8"), ["code", "name"]))
    for (const name of [cells.name ?? "", ...alternatives(cells.aliases ?? "")])
      if (!codes.has(name)) codes.set(name, cells.code ?? "")
  return codes
}

/** "China Central Television (CCTV)" → its name and what stands in brackets. */
function splitName(raw: string): { name: string; aliases: string[] } {
  const text = raw.replace(KIND_PREFIX, "").replace(/\*/g, "").replace(/\s+/g, " ").trim()
  const open = text.indexOf("(")
  const close = text.lastIndexOf(")")
  if (open < 0) return { name: text.replace(/\)$/, "").trim(), aliases: [] }
  const inner = text.slice(open + 1, close > open ? close : undefined).trim()
  const name = text.slice(0, open).trim()
  return { name: name === "" ? inner : name, aliases: name === "" || inner === "" ? [] : [inner] }
}

const domainOf = (url: string): string => DOMAIN.exec(url.trim())?.[1]?.toLowerCase() ?? ""

/** Joins the matrix's lines that speak of one outlet; throws where a country or a typology is unknown. */
function collectRows(lines: readonly Readonly<Record<string, string>>[]): Row[] {
  const codes = loadCountryCodes()
  const rows = new Map<string, Row>()
  lines.forEach((line, index) => {
    const affiliation = AFFILIATION[line.Typology ?? ""]
    if (affiliation === undefined || !line["Main assets"]) return
    const country = NO_COUNTRY.has(line.Country ?? "") ? "" : codes.get(line.Country ?? "")
    if (country === undefined) throw new Error(`line ${index + 2}: country "${line.Country}" is unknown`)
    const owner = splitName(line["Media company"] ?? "")
    const outlet = splitName(line["Main assets"])
    const key = `${country}|${owner.name}|${outlet.name}`.toLowerCase()
    const aliases = new Set(outlet.aliases)
    // A company with its own name on the air: "BelTA" prints as BelTA.
    if (owner.name.toLowerCase() === outlet.name.toLowerCase() || owner.aliases.includes(outlet.name))
      for (const alias of [owner.name, ...owner.aliases]) if (alias !== outlet.name) aliases.add(alias)
    const row = rows.get(key) ?? {
      name: outlet.name,
      country,
      owner: owner.name || outlet.name,
      affiliation,
      domains: new Set<string>(),
      aliases: new Set<string>(),
    }
    for (const alias of aliases) row.aliases.add(alias)
    const domain = domainOf(line.URL ?? "")
    if (domain !== "") row.domains.add(domain)
    rows.set(key, row)
  })
  return [...rows.values()]
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const rows = collectRows(parseCsv(readFileSync(options.matrix, "utf8"))).sort(
  (a, b) => byText(a.country, b.country) || byText(a.owner, b.owner) || byText(a.name, b.name),
)
const table = rows.map(({ name, country, owner, affiliation, domains, aliases }) =>
  [
    name,
    country,
    owner,
    affiliation,
    [...domains].sort(byText).join("|"),
    [...aliases].sort(byText).join("|"),
    "",
    "",
    "state-media-matrix",
  ].join("\t"),
)
writeFileSync(resolve(ROOT, "data/outlets/outlets.tsv"), `${[COLUMNS.join("\t"), ...table].join("\n")}\n`)
process.stderr.write(`data/outlets/outlets.tsv: ${rows.length} outlets\n`)
