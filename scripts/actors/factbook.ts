import type { TsvRow } from "../../src/codebook/tsv.ts"
import { alternatives } from "../../src/codebook/tsv.ts"
import { type PersonRow, toNameCase } from "./person-row.ts"

interface FactbookCountry {
  readonly short_name?: string
  readonly long_name?: string
  readonly chief_of_state?: string
  readonly head_of_government?: string
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
)
const TITLE =
  /^((?:Interim |Acting |Transitional )?(?:Co-)?(?:President|Prime Minister|King|Queen|Amir|Emir|Emperor|Sultan|Chancellor|Premier|Pope|Prince|Grand Duke|Taoiseach|State Counsellor|Governor|Supreme Leader|Chairperson of the Presidency|Chairman of the Cabinet of Ministers|Chief Minister|Minister of State|Head of Government|First Minister))\s+/
const HONORIFICS =
  /^(?:(?:Sr\.|Gen\.|Lt\.|Maj\.|Brig\.|Col\.|Capt\.|Field Marshal|Marshal|Sheikh|Shaykh|Dr\.|Sir|Crown Prince|Sultan(?= \p{Lu}{3})|Mullah|Sayyid|Lord)\s+)+/u

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", nbsp: " ", rsquo: "’" }

/** "Pe&Ntilde;a" → "PeÑa": the letter and its accent are named by the entity. */
function decodeEntities(text: string): string {
  const accents: Readonly<Record<string, string>> = {
    acute: "\u0301",
    grave: "\u0300",
    circ: "\u0302",
    tilde: "\u0303",
    uml: "\u0308",
    cedil: "\u0327",
    caron: "\u030c",
  }
  return text
    .replace(/&(\p{L})(acute|grave|circ|tilde|uml|cedil|caron);/gu, (_, letter: string, accent: string) =>
      `${letter}${accents[accent] ?? ""}`.normalize("NFC"),
    )
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

/** "20 July 1994" → 1994-07-20; a bare year stays a year. */
export function toIsoDate(words: string): string {
  const [, day, month, year] = /(?:(\d{1,2}) )?(?:(\p{Lu}\p{Ll}+) )?(\d{4})/u.exec(words) ?? []
  if (year === undefined) return ""
  const at = MONTHS.findIndex((name) => month !== undefined && name.startsWith(month.slice(0, 3)))
  if (at < 0) return year
  const head = `${year}-${String(at + 1).padStart(2, "0")}`
  return day === undefined ? head : `${head}-${day.padStart(2, "0")}`
}

interface Office {
  readonly role: string
  readonly name: string
  readonly from: string
}

/** Reads "President Alyaksandr LUKASHENKA (since 20 July 1994); …" into its first office. */
export function readOffice(cell: string): Office | undefined {
  const [first = ""] = decodeEntities(cell).split(";")
  if (/represented by|vacant/i.test(cell)) return undefined
  const title = TITLE.exec(first)
  if (title === null) return undefined
  const rest = first.slice(title[0].length)
  const named = rest.split(/[(,]/)[0]?.trim().replace(HONORIFICS, "") ?? ""
  if (!/\p{Lu}{2}/u.test(named)) return undefined
  const role = (title[1] ?? "").toLowerCase()
  return { role, name: toNameCase(named), from: toIsoDate(rest.slice(rest.indexOf("("))) }
}

/** Heads of state and government, each with the day the present term began. */
export function factbookPeople(json: string, countries: readonly TsvRow[]): PersonRow[] {
  const codes = new Map<string, string>()
  for (const { cells } of countries)
    for (const name of [cells.name ?? "", ...alternatives(cells.aliases ?? "")])
      codes.set(name.toLowerCase(), cells.code ?? "")
  const rows: PersonRow[] = []
  const seen = new Set<string>()
  for (const country of JSON.parse(json) as FactbookCountry[]) {
    const code =
      codes.get((country.short_name ?? "").toLowerCase()) ??
      codes.get((country.long_name ?? "").toLowerCase())
    if (code === undefined) continue
    for (const cell of [country.chief_of_state, country.head_of_government]) {
      const office = cell === undefined ? undefined : readOffice(cell)
      if (office === undefined || seen.has(office.name)) continue
      seen.add(office.name)
      rows.push({ ...office, aliases: "", country: code, sectors: "GOV", to: "", origin: "factbook" })
    }
  }
  return rows
}
