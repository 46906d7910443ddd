import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { bundledData } from "../../src/app/bundled-data.ts"
import { DataError, type DataFiles } from "../../src/codebook/data-files.ts"
import { loadGazetteer, type Place } from "../../src/mention/gazetteer.ts"
import { placeKey } from "../../src/mention/gazetteer-key.ts"
import { capitalOf, resolvePlace } from "../../src/mention/places.ts"

const gazetteer = loadGazetteer(bundledData)
const named = (name: string, ...countries: string[]): Place => {
  const place = resolvePlace(name, gazetteer, countries.length > 0 ? { countries } : {})
  assert.ok(place !== null, `no place is called ${name}`)
  return place
}
const swapping = (path: string, content: string): DataFiles => ({
  ...bundledData,
  text: (asked) => (asked === path ? content : bundledData.text(asked)),
})

test("a name is looked up without case, accents, full stops and the ways to write Saint", () => {
  assert.equal(placeKey("São Tomé"), "sao tome")
  assert.equal(placeKey("Saint-Étienne"), placeKey("St. Etienne"))
  assert.equal(placeKey("Xi’an"), placeKey("Xi'an"))
  assert.equal(placeKey("Łódź"), "lodz")
  assert.equal(placeKey("Минск"), null)
})

test("former names and other spellings lead to the place of today", () => {
  const pairs: readonly [string, string, string][] = [
    ["Peking", "Beijing", "CHN"],
    ["Kiev", "Kyiv", "UKR"],
    ["Artemivsk", "Bakhmut", "UKR"],
    ["Bombay", "Mumbai", "IND"],
    ["Saigon", "Ho Chi Minh City", "VNM"],
    ["Homiel", "Gomel", "BLR"],
  ]
  for (const [old, today, country] of pairs)
    assert.equal(named(old, country).geonames, named(today, country).geonames, `${old} is ${today}`)
})

test("a country comes before a town of its name, and a hint before both", () => {
  assert.equal(named("Lebanon").feature, "PCLI")
  assert.equal(named("Georgia", "USA").feature, "ADM1")
  assert.equal(named("Georgia", "GEO").feature, "PCLI")
  assert.equal(named("Brest", "BLR").country, "BLR")
  assert.equal(named("Brest", "FRA").country, "FRA")
})

test("contested regions, waters, crossings and seats of power are places too", () => {
  for (const name of [
    "Crimea",
    "Donbas",
    "West Bank",
    "Nagorno-Karabakh",
    "Transnistria",
    "Taiwan Strait",
    "Kremlin",
  ])
    assert.ok(named(name).latitude !== 0)
  assert.equal(named("Rafah crossing").feature, "PSTB")
  assert.equal(named("South China Sea").country, null)
})

test("capitals are those that the countries' table names", () => {
  const capitals: readonly [string, string][] = [
    ["BLR", "Minsk"],
    ["CHN", "Beijing"],
    ["KAZ", "Astana"],
    ["AUS", "Canberra"],
    ["XKX", "Pristina"],
  ]
  for (const [country, city] of capitals) assert.equal(capitalOf(country, gazetteer)?.name, city)
  assert.equal(capitalOf("ATA", gazetteer), null)
  assert.equal(capitalOf("ZZZ", gazetteer), null)
})

test("a town knows its region and country", () => {
  const lamar = gazetteer.find("lamar county").map((row) => gazetteer.place(row))
  assert.ok(lamar.length >= 3, "several American states have a Lamar County")
  const regions = lamar.map(({ region }) => gazetteer.place(region).name)
  assert.ok(regions.includes("Texas") && regions.includes("Alabama"), regions.join())
})

test("what is no place name resolves to nothing", () => {
  for (const name of ["", " ", "Zzyzxqua", "президент", "however and moreover"])
    assert.equal(resolvePlace(name, gazetteer), null, name)
})

test("every row of the packed file can be read: finite coordinates, a name, a country of three letters", () => {
  for (let row = 0; row < 145_000; row += 97) {
    const place = gazetteer.place(row)
    assert.ok(Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180, `row ${row}`)
    assert.ok(place.name.length > 0, `row ${row} has no name`)
    assert.match(place.country ?? "ZZZ", /^[A-Z]{3}$/)
    assert.ok(place.region < row || place.region === -1, `row ${row} lies in a later row`)
  }
})

test("every packed name that can be written in Latin letters is found again", () => {
  for (let row = 13_000; row < 145_000; row += 1009) {
    const { name } = gazetteer.place(row)
    const key = placeKey(name)
    if (key !== null) assert.ok(gazetteer.find(key).includes(row), name)
  }
})

test("looking up any text neither throws nor finds a place twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const key = placeKey(text)
      if (key === null) return
      const rows = gazetteer.find(key)
      assert.equal(new Set(rows).size, rows.length)
    }),
  )
})

test("a key for hostile text takes no longer than its length", () => {
  const started = performance.now()
  placeKey("- ' ".repeat(100_000))
  placeKey("́".repeat(100_000))
  assert.ok(performance.now() - started < 2_000)
})

test("a bad row names its file, line, value and remedy", () => {
  const features =
    "name\taliases\tlatitude\tlongitude\tgeonames\tfeature\tcountry\nNowhere\t\tnorth\t5\t\tRGN\t\n"
  assert.throws(
    () => loadGazetteer(swapping("places/features.tsv", features)),
    (error: unknown) =>
      error instanceof DataError &&
      /features\.tsv:2: "north, 5" are no coordinates\. Write/.test(error.message),
  )
  assert.throws(
    () =>
      loadGazetteer(swapping("places/aliases.tsv", "aliases\tplace\tcountry\nOldtown\tNewtownabcxyz\tFRA\n")),
    (error: unknown) =>
      error instanceof DataError && /aliases\.tsv:2: no place "Newtownabcxyz"/.test(error.message),
  )
})

test("the gazetteer is loaded well within the time that a command may take to start", () => {
  const started = process.cpuUsage()
  loadGazetteer(bundledData)
  assert.ok(process.cpuUsage(started).user / 1000 < 600, "loading takes too long")
})
