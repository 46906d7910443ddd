import assert from "node:assert/strict"
import { test } from "node:test"
import { type Alert, type LevelPoint, openStore, type Store } from "../../src/store/index.ts"
import { alert, keep, news, SANCTION, VISIT } from "../app/alerts/news.ts"

const TIME = "2023-12-06T12:00:00.000Z"
const NO_LEVELS: readonly LevelPoint[] = []

interface Message {
  readonly id: string
  readonly kind: string
  readonly alert: { readonly name: string }
  readonly pairs?: readonly string[]
  readonly before?: readonly string[]
  readonly happening?: { readonly status: string; readonly headline: string; readonly type: string }
  readonly level?: LevelPoint
}

async function inStore(alerts: readonly Alert[], use: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(":memory:")
  try {
    for (const one of alerts) await store.addAlert(one, [])
    await use(store)
  } finally {
    await store.close()
  }
}

/** What is found at this look, told as messages. */
async function look(store: Store, levels = NO_LEVELS): Promise<Message[]> {
  const known = new Set<string>()
  for await (const { id } of store.firings()) known.add(id)
  await store.lookForChanges(async () => levels, TIME)
  const found: Message[] = []
  for await (const { id, message } of store.firings())
    if (!known.has(id)) found.push(JSON.parse(message) as Message)
  return found
}

test("a happening that was not there is told once, with its pair and its words", () =>
  inStore([alert("all")], async (store) => {
    await keep(store, [news("a", [VISIT])])
    const [message, ...others] = await look(store)
    assert.equal(message?.kind, "new")
    assert.deepEqual(message.pairs, ["BLR-CHN"])
    assert.equal(message.happening?.headline, "He arrived in Beijing.")
    assert.deepEqual(others, [])
    assert.deepEqual(await look(store), [])
  }))

test("what is there when the first alert is made is no news, nor is it to a later alert", async () => {
  await inStore([], async (store) => {
    await keep(store, [news("a", [VISIT])])
    await store.addAlert(alert("first"), [])
    assert.deepEqual(await look(store), [])
    await keep(store, [news("b", [SANCTION])])
    await look(store)
    await store.addAlert(alert("second"), [])
    assert.deepEqual(await look(store), [])
  })
})

test("a further report of a happening is no new happening", () =>
  inStore([alert("all")], async (store) => {
    await keep(store, [news("a", [VISIT])])
    await look(store)
    await keep(store, [news("b", [VISIT], { outlet: "South Post" })])
    assert.deepEqual(await look(store), [])
  }))

test("a plan that comes true is told as a changed status, with what it was before", () =>
  inStore([alert("all")], async (store) => {
    await keep(store, [news("plan", [{ ...VISIT, status: "planned" }], { published: "2023-11-28" })])
    assert.deepEqual(
      (await look(store)).map(({ kind }) => kind),
      ["new"],
    )
    await keep(store, [news("deed", [VISIT])])
    const [message, ...others] = await look(store)
    assert.equal(message?.kind, "status")
    assert.deepEqual(message.before, ["planned"])
    assert.equal(message.happening?.status, "occurred")
    assert.deepEqual(others, [])
  }))

test("the same texts coded anew by another coder are no news", () =>
  inStore([alert("all")], async (store) => {
    await keep(store, [news("a", [{ ...VISIT, status: "planned" }])])
    await look(store)
    await keep(store, [news("a", [VISIT, SANCTION])], "a later coder")
    assert.deepEqual(await look(store), [])
  }))

test("a document whose text is another now is news", () =>
  inStore([alert("all")], async (store) => {
    await keep(store, [news("a", [VISIT])])
    await look(store)
    await keep(store, [news("a", [VISIT, SANCTION], { text: "A longer text." })])
    assert.deepEqual(
      (await look(store)).map(({ happening }) => happening?.type),
      ["SANCTION"],
    )
  }))

test("an alert tells only what its pair, type, status, outlet and days let through", () =>
  inStore(
    [
      alert("pair", { pairs: ["BLR-CHN"] }),
      alert("type", { types: ["SANCTION"] }),
      alert("status", { statuses: ["denied"] }),
      alert("outlet", { outlets: ["NORTH POST"] }),
      alert("elsewhere", { outlets: ["South Post"] }),
      alert("later", { from: "2023-12-04" }),
      alert("changes", { kinds: ["status"] }),
    ],
    async (store) => {
      await keep(store, [news("a", [VISIT]), news("b", [SANCTION])])
      const told = (await look(store)).map(({ alert, happening }) => `${alert.name} ${happening?.type}`)
      assert.deepEqual(told.sort(), [
        "later SANCTION",
        "outlet CONSULT",
        "outlet SANCTION",
        "pair CONSULT",
        "type SANCTION",
      ])
    },
  ))

test("a changed level is told once, also where later data moves it by a month", () =>
  inStore([alert("level", { kinds: ["level"], pairs: ["BLR-CHN"] })], async (store) => {
    let documents = 0
    const told = async (...points: LevelPoint[]) => {
      await keep(store, [news(`d${++documents}`, [VISIT])])
      return (await look(store, points)).map(({ level }) => level)
    }
    const rise = { pair: "BLR-CHN", period: "2023-03-01", before: 40, after: 80 }
    const fall = { ...rise, period: "2023-09-01", before: 80, after: 30 }
    assert.deepEqual(await told(rise), [rise])
    assert.deepEqual(await told(rise), [])
    assert.deepEqual(await told({ ...rise, period: "2023-04-01" }), [])
    assert.deepEqual(await told({ ...rise, period: "2023-04-01" }, fall), [fall])
  }))

test("a look at a record in which nothing moved writes nothing into it", () =>
  inStore([alert("all")], async (store) => {
    await keep(store, [news("a", [VISIT])])
    await look(store)
    const writes = await store.writes()
    await look(store, [{ pair: "BLR-CHN", period: "2023-03-01", before: 40, after: 80 }])
    assert.equal(await store.writes(), writes)
  }))

test("a removed alert is gone with what waited, and its name may be used again", () =>
  inStore([alert("all")], async (store) => {
    await keep(store, [news("a", [VISIT])])
    await look(store)
    assert.equal(await store.removeAlert("id-all"), true)
    assert.equal(await store.removeAlert("id-all"), false)
    assert.deepEqual(await store.dueFirings(TIME), [])
    await store.addAlert({ ...alert("all"), id: "another" }, [])
    assert.deepEqual(await look(store), [])
  }))
