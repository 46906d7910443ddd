import type { TsvRow } from "../../src/codebook/tsv.ts"
import type { PersonRow } from "./person-row.ts"

const EARLIEST_YEAR = 1990
/** Terms still open when the list ends say nothing of their end. */
const SNAPSHOT_YEAR = 2021

const pad = (number: string): string => number.padStart(2, "0")

/** "Emile Lahoud" as given, or the full name from a page title that ends in the surname. */
function fullName(leader: string, notes: string): string | undefined {
  const given = leader
    .replace(/\(.*?\)/g, "")
    .replace(/\s+/g, " ")
    .trim()
  if (/\band\b|\d|\uFFFD/.test(given)) return undefined
  const page = /wikipedia\.org\/wiki\/([^\s#(]+)/.exec(notes)?.[1]
  const title = page === undefined ? "" : decodeURIComponent(page).replaceAll("_", " ").trim()
  const fits = title.split(" ").length > 1 && !/\b(List|President|Prime|of)\b/.test(title)
  if (fits && title.toLowerCase().endsWith(given.toLowerCase())) return title
  return given.split(" ").length > 1 && /^\p{Lu}\p{Ll}/u.test(given) ? given : undefined
}

/** Leaders in power since 1990, where the list or the page it cites gives a full name. */
export function reignPeople(csv: string, countries: readonly TsvRow[]): PersonRow[] {
  const codes = new Map(countries.map(({ cells }) => [cells.cow ?? "", cells.code ?? ""]))
  const rows: PersonRow[] = []
  for (const line of csv.split("\n").slice(1)) {
    const [, cow = "", , leader = "", day = "", month = "", year = "", endMonth = "", endYear = "", ...rest] =
      line.split(",")
    const country = codes.get(cow)
    const name = fullName(leader, rest.join(","))
    if (country === undefined || name === undefined || Number(endYear) < EARLIEST_YEAR) continue
    const ended = Number(endYear) < SNAPSHOT_YEAR && Number(endMonth) > 0
    rows.push({
      name,
      aliases: "",
      country,
      role: "head of government",
      sectors: "GOV",
      from: `${year}-${pad(month)}-${pad(day)}`,
      to: ended ? `${endYear}-${pad(endMonth)}` : "",
      origin: "reign",
    })
  }
  return rows
}
