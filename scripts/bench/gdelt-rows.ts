import { once } from "node:events"
import { createWriteStream } from "node:fs"
import { seeded } from "./seeded.ts"

const COUNTRIES = "USA CHN RUS BLR UKR GBR IRN ISR TUR DEU FRA IND PAK JPN KOR PRK POL LTU EUR AFR".split(" ")
const FIPS = "US CH RS BO UP UK IR IS TU GM FR IN PK JA KS KN PL LH".split(" ")
const ROLES = ["GOV", "MIL", "COP", "BUS", "MED", "CVL", "", "", "OPP", "JUD"]
const CODES = "010 020 036 042 043 046 051 057 061 071 080 090 111 112 130 141 163 172 173 190 193".split(" ")
const PLACES = [
  "Beijing, Beijing, China",
  "Minsk, Minskaya Voblasts', Belarus",
  "Kyiv, Kyyiv, Misto, Ukraine",
  "Washington, District of Columbia, United States",
  "Tehran, Tehran, Iran",
]
const ROWS_A_WRITE = 5000

/** Writes rows as GDELT 2.0 has them: 61 cells, two thirds with a second actor, four fifths with places, addresses of some 100 characters. */
export async function writeGdeltRows(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path)
  const random = seeded(20231203)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  let batch: string[] = []
  for (let row = 0; row < rows; row++) {
    batch.push(gdeltRow(row, random, pick))
    if (batch.length < ROWS_A_WRITE && row < rows - 1) continue
    if (!out.write(`${batch.join("\n")}\n`)) await once(out, "drain")
    batch = []
  }
  out.end()
  await once(out, "finish")
}

function gdeltRow(row: number, random: () => number, pick: <T>(list: readonly T[]) => T): string {
  const day = String(1 + Math.floor(random() * 28)).padStart(2, "0")
  const month = String(1 + Math.floor(random() * 12)).padStart(2, "0")
  const actor = (known: boolean): string[] => {
    if (!known) return Array<string>(10).fill("")
    const [country, role] = [pick(COUNTRIES), pick(ROLES)]
    return [country + role, role === "" ? "PRESIDENT" : country, country, "", "", "", "", role, "", ""]
  }
  const place = (known: boolean): string[] =>
    known
      ? [
          "4",
          pick(PLACES),
          pick(FIPS),
          `${pick(FIPS)}22`,
          "13001",
          (random() * 60).toFixed(4),
          (random() * 120).toFixed(4),
          `-${Math.floor(random() * 3e6)}`,
        ]
      : ["0", "", "", "", "", "", "", ""]
  const code = pick(CODES)
  const mentions = 1 + Math.floor(random() ** 4 * 200)
  return [
    ...[String(1_150_000_000 + row), `2023${month}${day}`, `2023${month}`, "2023", `2023.${month}${day}`],
    ...actor(true),
    ...actor(random() < 0.66),
    ...["1", code, code, code.slice(0, 2), String(1 + Math.floor(random() * 4))],
    ...[(random() * 20 - 10).toFixed(1), String(mentions), String(1 + (mentions >> 3)), String(mentions)],
    (random() * 20 - 12).toFixed(14),
    ...place(random() < 0.8),
    ...place(random() < 0.5),
    ...place(random() < 0.85),
    `2023${month}${day}121500`,
    `https://www.outlet${Math.floor(random() * 4000)}.example/news/world/2023/${month}/${day}/a-headline-of-some-words-about-it-${row}.html`,
  ].join("\t")
}
