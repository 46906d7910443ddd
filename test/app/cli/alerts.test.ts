import assert from "node:assert/strict"
import { join } from "node:path"
import { before, test } from "node:test"
import { openStore } from "../../../src/store/index.ts"
import { keep, news, VISIT } from "../alerts/news.ts"
import { chancery, parseLines, scratchFolder } from "./chancery.ts"

const cwd = scratchFolder()
const STORE = ["--store", "record.duckdb"]
const alerts = (...args: string[]) => chancery(["alerts", ...args, ...STORE], { cwd })

async function put(id: string): Promise<void> {
  const store = await openStore(join(cwd, "record.duckdb"))
  await keep(store, [news(id, [{ ...VISIT, date: `2023-1${id.length % 3}-03` }])])
  await store.close()
}

before(() => put("a"))

test("an alert is kept, tells what comes later, and is forgotten", async () => {
  assert.equal(alerts("add", "visits", "--pair", "chn-blr", "--file", "changes.jsonl").status, 0)
  await put("bb")
  assert.match(alerts("check").stderr, /1 changes found, 1 delivered/)
  const [entry] = parseLines<{ query: { pairs: string[] }; delivered: number; secret?: string }>(
    alerts("list", "--json").stdout,
  )
  assert.deepEqual(entry?.query.pairs, ["BLR-CHN"])
  assert.equal(entry.delivered, 1)
  assert.ok(!("secret" in entry))
  assert.equal(parseLines(alerts("log", "visits").stdout).length, 1)
  assert.equal(alerts("remove", "visits").status, 0)
  assert.equal(alerts("list").stdout, "No alerts.\n")
})

test("a webhook's secret is shown once, and never again", () => {
  const { stdout } = alerts("add", "hook", "--webhook", "https://hooks.example/chancery?key=abc")
  const [secret] = stdout.split("\n")
  assert.match(secret ?? "", /^whsec_[A-Za-z0-9+/]{43}=$/)
  for (const shown of [alerts("list").stdout, alerts("list", "--json").stdout])
    assert.ok(!shown.includes(secret ?? "none"))
  assert.ok(!alerts("list").stdout.includes("abc"), "the table shows a key within the address")
})

const WRONG: readonly (readonly [string, readonly string[], RegExp])[] = [
  ["nowhere to send", ["add", "x"], /--webhook URL, --file PATH or --desktop/],
  ["two places to send", ["add", "x", "--desktop", "--file", "f"], /cannot be used with/],
  ["levels of no pair", ["add", "x", "--on", "level", "--desktop"], /--pair BLR-CHN/],
  ["a state that is none", ["add", "x", "--pair", "BLR-QQQ", "--desktop"], /“QQQ” is no state/],
  [
    "an address inside this network",
    ["add", "x", "--webhook", "http://192.168.1.9/"],
    /--allow-host 192\.168\.1\.9/,
  ],
  ["an address that is none", ["add", "x", "--webhook", "hooks"], /is no address/],
  ["a name that is not there", ["remove", "y"], /there is no alert “y”/],
]
for (const [what, args, words] of WRONG)
  test(`${what} is refused with the remedy`, () => {
    const { status, stderr } = alerts(...args)
    assert.equal(status, 2, stderr)
    assert.match(stderr, words)
  })

test("no language model is asked unless it is named, and a key goes nowhere unencrypted", () => {
  const ask = (...args: string[]) => chancery(["second-opinion", ...args, ...STORE], { cwd })
  assert.match(ask().stderr, /no model is asked unless you name one/)
  process.env.TEST_MODEL_KEY = "secret"
  const given = ["--endpoint", "http://models.example/v1", "--model", "m", "--key-env", "TEST_MODEL_KEY"]
  const { status, stderr } = ask(...given)
  delete process.env.TEST_MODEL_KEY
  assert.equal(status, 2)
  assert.match(stderr, /TEST_MODEL_KEY would go to models\.example unencrypted/)
  assert.equal(ask("--list").stdout, "")
})
