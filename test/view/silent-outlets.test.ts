import assert from "node:assert/strict"
import { test } from "node:test"
import { createOutlets, parseOutlets } from "../../src/codebook/outlets.ts"
import { silentOutlets } from "../../src/view/index.ts"

const outlets = createOutlets([
  parseOutlets(
    "own.tsv",
    "name\tcountry\towner\taffiliation\tdomain\nState Wire\tBLR\tState House\tstate-affiliated\twire.example",
  ),
])
const WINDOW = { from: "2023-03-01", until: "2023-03-31" }
const daily = (name: string, last: string) => ({
  publisher: { name },
  first: "2023-01-01",
  last,
  articles: (Date.parse(last) - Date.parse("2023-01-01")) / 86_400_000 + 1,
})
const silentNames = (...given: ReturnType<typeof daily>[]) =>
  silentOutlets(given, WINDOW, { outlets }).map(({ outlet }) => outlet.name)

test("a daily that gives nothing for days has fallen silent, and is told with what is known of it", () => {
  const [silent] = silentOutlets([daily("State Wire", "2023-03-20")], WINDOW, { outlets })
  assert.deepEqual(
    [silent?.outlet.owner, silent?.last, silent?.daysBetween, silent?.silent],
    ["State House", "2023-03-20", 1, 11],
  )
})

test("one that wrote yesterday, or fell silent long before, is no news", () => {
  assert.deepEqual(silentNames(daily("North Post", "2023-03-30"), daily("Old Post", "2023-02-01")), [])
})

test("a monthly is not silent after a week, and four articles tell no rhythm", () => {
  const monthly = { publisher: { name: "Review" }, first: "2022-04-24", last: "2023-03-24", articles: 12 }
  const rare = { publisher: { name: "Bulletin" }, first: "2023-03-01", last: "2023-03-04", articles: 4 }
  assert.deepEqual(silentNames(monthly, rare), [])
})

test("several articles of one day give a rhythm, too, and the day after is not silence yet within the window's last day", () => {
  const burst = (last: string) => ({ publisher: { name: "Burst" }, first: last, last, articles: 6 })
  assert.deepEqual(silentNames(burst("2023-03-31")), [])
  assert.deepEqual(silentNames(burst("2023-03-20")), ["Burst"])
})
