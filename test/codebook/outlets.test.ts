import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { DataError } from "../../src/codebook/data-files.ts"
import { createOutlets, loadOutlets, parseOutlets } from "../../src/codebook/outlets.ts"

const outlets = loadOutlets(bundledData)
const HEADER = "name\tcountry\towner\taffiliation\tdomain\taliases\tfrom\tto"
const table = (...rows: string[]) => parseOutlets("outlets/own.tsv", [HEADER, ...rows].join("\n"))

test("a state's agency is found by name, by alias and by domain", () => {
  for (const asked of ["BelTA", "Belarusian Telegraph Agency", "belta.by", "https://eng.belta.by/politics"])
    assert.deepEqual(
      [outlets.find(asked)?.country, outlets.find(asked)?.affiliation],
      ["BLR", "state-affiliated"],
      asked,
    )
})

test("a public broadcaster that edits itself is independent, though a licence fee or a state pays for it", () => {
  for (const name of ["BBC", "Deutsche Welle", "France 24"])
    assert.equal(outlets.find(name)?.affiliation, "independent", name)
})

test("two channels of one company have one owner", () => {
  assert.equal(outlets.find("RFI")?.owner, outlets.find("France 24")?.owner)
})

test("the domain decides before the name, and a subdomain belongs to its parent", () => {
  assert.equal(outlets.find({ name: "Morning News", domain: "world.tass.com" })?.name, "TASS")
})

test("an unknown paper is not found, nor is a name that two countries' outlets share", () => {
  assert.equal(outlets.find("The Atlantis Gazette"), undefined)
  assert.equal(outlets.find("atlantis-gazette.example"), undefined)
  const shared = createOutlets([
    table(
      "Channel 5\tAAA\tFive\tindependent\tfive.example\t\t\t",
      "Channel 5\tBBB\tCinq\tindependent\tcinq.example\t\t\t",
    ),
  ])
  assert.equal(shared.find("Channel 5"), undefined)
  assert.equal(shared.find({ name: "Channel 5", domain: "cinq.example" })?.owner, "Cinq")
})

test("an outlet that a state took over is read as of the article's date", () => {
  const dated = createOutlets([
    table(
      "Daily Post\tAAA\tPost Trust\tindependent\tpost.example\t\t\t2019-12-31",
      "Daily Post\tAAA\tMinistry\tstate-affiliated\tpost.example\t\t2020-01-01\t",
    ),
  ])
  assert.equal(dated.find("Daily Post", "2019-05-02T10:00:00Z")?.affiliation, "independent")
  assert.equal(dated.find("Daily Post", "2021-05-02")?.affiliation, "state-affiliated")
})

test("the user's own table is searched before ours", () => {
  const own = loadOutlets(
    bundledData,
    new Map([["own.tsv", `${HEADER}\nReuters\tGBR\tMine\tindependent\treuters.com\t\t\t`]]),
  )
  assert.equal(own.find("Reuters")?.owner, "Mine")
})

test("a row with an unknown affiliation or a broken date names its file and line", () => {
  const broken = (row: string) => () => table(row)
  assert.throws(
    broken("Post\tAAA\tTrust\tfree\tpost.example\t\t\t"),
    (error) => error instanceof DataError && /own\.tsv:2.*"free"/.test(error.message),
  )
  assert.throws(broken("Post\tAAA\tTrust\tindependent\tpost.example\t\t2020\t"), /"2020" is no date/)
})

test("a message calls the user's own table by its own name, and ours by its place in data/", () => {
  const lacking = "name\tcountry\towner\taffiliation\nPost\tAAA\tTrust\tindependent"
  const own = new Map([["/home/me/own.tsv", lacking]])
  assert.throws(
    () => loadOutlets(bundledData, own),
    (error) => error instanceof DataError && /^\/home\/me\/own\.tsv:1: .*"domain"/.test(error.message),
  )
  assert.throws(
    () => loadOutlets({ ...bundledData, text: () => lacking }),
    (error) => error instanceof DataError && /^data\/outlets\/agencies\.tsv:1: /.test(error.message),
  )
})

test("every row of our tables has an owner and, but for international ones, a country of three letters", () => {
  assert.ok(outlets.all.length > 1000)
  for (const outlet of outlets.all) {
    assert.ok(outlet.owner !== "", outlet.name)
    if (outlet.country !== null) assert.match(outlet.country, /^[A-Z]{3}$/)
  }
})
