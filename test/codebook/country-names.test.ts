import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadCountryNames, loadCountryTest } from "../../src/codebook/country-names.ts"

test("a country is called by its English name, and an unlisted code by itself", () => {
  const countryName = loadCountryNames(bundledData)
  assert.equal(countryName("BLR"), "Belarus")
  assert.equal(countryName("QQQ"), "QQQ")
})

test("a country is told from a town and a region", () => {
  const isCountry = loadCountryTest(bundledData)
  assert.deepEqual(["belarus", "Republic of Belarus", "Minsk", "Europe"].map(isCountry), [
    true,
    true,
    false,
    false,
  ])
})
