import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadCountryNames } from "../../src/codebook/country-names.ts"

test("a country is called by its English name, and an unlisted code by itself", () => {
  const countryName = loadCountryNames(bundledData)
  assert.equal(countryName("BLR"), "Belarus")
  assert.equal(countryName("QQQ"), "QQQ")
})
