import assert from "node:assert/strict"
import { test } from "node:test"
import { pairsBetween } from "../../web/src/happening/pairs-between.ts"
import { versionsByField } from "../../web/src/happening/version-values.ts"

const party = (country: string | null) => ({ name: `of ${country}`, country, sector: null, role: null })

test("versions stand side by side under the field in which they differ, in words", () => {
  const told = { outlets: ["A"], independentOwners: 1, taken: null }
  const fields = versionsByField([
    { field: "date", value: "2023-12-03", documents: ["a"], ...told },
    { field: "date", value: "2023-12-03/2023-12-04", documents: ["b"], ...told, taken: "widest" },
    { field: "quantity", value: "3500000000 USD", documents: ["a"], ...told },
    { field: "status", value: "not-occurred", documents: ["b"], ...told },
    { field: "mode", value: "change_of_mind", documents: ["b"], ...told },
  ])
  assert.deepEqual(
    fields.map(({ field, values }) => [field, values.map(({ words }) => words)]),
    [
      ["date", ["3 Dec 2023", "3–4 Dec 2023"]],
      ["quantity", ["USD 3.5 billion"]],
      ["status", ["did not occur"]],
      ["mode", ["change of mind"]],
    ],
  )
  assert.deepEqual(fields[0]?.values[1]?.documents, ["b"])
  assert.deepEqual(
    fields[0]?.values.map(({ why }) => why),
    [null, "taken: it contains the others"],
  )
})

test("reports that agree have no versions", () => assert.deepEqual(versionsByField([]), []))

test("an act stands between each actor's state and each recipient's", () => {
  const act = {
    actors: [party("POL"), party("LTU")],
    recipients: [party("BLR"), party(null)],
    reciprocal: false,
  }
  assert.deepEqual(pairsBetween(act), ["BLR-LTU", "BLR-POL"])
})

test("those who meet stand between one another, and nobody with itself", () => {
  const talks = { actors: [party("CHN"), party("BLR"), party("CHN")], recipients: [], reciprocal: true }
  assert.deepEqual(pairsBetween(talks), ["BLR-CHN"])
  assert.deepEqual(
    pairsBetween({ actors: [party("BLR")], recipients: [party("BLR")], reciprocal: false }),
    [],
  )
})
