import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { after, before, test } from "node:test"
import type { Browser, Locator, Page } from "playwright-core"
import { openBrowser } from "../../scripts/open-browser.ts"
import { type ServedRecord, serveExamples } from "../../scripts/serve-examples.ts"
import type { DocumentPage, DocumentRow, PairPage, PairRow } from "../../src/view/api.ts"

const ROOT = join(import.meta.dirname, "../..")
const WIDE = { width: 1280, height: 860 }
const NARROW = { width: 390, height: 844 }

let record: ServedRecord
let browser: Browser

before(async () => {
  const build = spawnSync(process.execPath, ["scripts/build.mjs", "--stale"], { cwd: ROOT, encoding: "utf8" })
  assert.equal(build.status, 0, build.stderr)
  record = await serveExamples()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await record?.close()
})

const ask = async <T>(path: string): Promise<T> =>
  (await fetch(`${record.address}/api/v1/${path}`)).json() as Promise<T>
const topPair = async (): Promise<string> => (await ask<readonly PairRow[]>("pairs"))[0]?.pair ?? ""
const documentWithMost = async (): Promise<DocumentPage> => {
  const rows = await ask<readonly DocumentRow[]>("documents?limit=500")
  const [most] = [...rows].sort((a, b) => b.events - a.events)
  return ask<DocumentPage>(`documents/${encodeURIComponent(most?.id ?? "")}`)
}

/** Runs a claim in a page of its own, which must neither complain nor ask anybody but the server. */
async function onPage(viewport: typeof WIDE, claim: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({ viewport, reducedMotion: "reduce" })
  const complaints: string[] = []
  const strangers: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text())
  })
  page.on("pageerror", (error) => complaints.push(error.message))
  page.on("request", (request) => {
    if (!request.url().startsWith(`${record.address}/`)) strangers.push(request.url())
  })
  try {
    await claim(page)
  } finally {
    await page.close()
  }
  assert.deepEqual(complaints, [], "the page complained")
  assert.deepEqual(strangers, [], "a request left the machine")
}

const open = (page: Page, path: string) => page.goto(`${record.address}${path}`, { waitUntil: "networkidle" })
const wordsOf = async (place: Locator): Promise<string> => (await place.textContent()) ?? ""
const heading = (page: Page) => wordsOf(page.locator("h1").first())
const pathOf = (page: Page) => new URL(page.url()).pathname
const eventOf = (page: Page) => new URL(page.url()).searchParams.get("event")
/** The words marked for an event, as they stand in the page. */
const markedWords = async (page: Page, event: string): Promise<string> =>
  (await page.locator(`mark[data-events~="${event}"]`).allTextContents()).join("")
const listed = async (page: Page): Promise<(string | null)[]> => {
  await page.locator(".happenings").waitFor()
  return page.locator(".entry-link").evaluateAll((links) => links.map((link) => link.getAttribute("href")))
}

test("a reader walks from the overview to the words on which an event rests, and back", () =>
  onPage(WIDE, async (page) => {
    await open(page, "/")
    assert.equal(await page.title(), "Chancery")
    await page.locator(".pair-table tbody a").first().click()
    await page.locator(".entry-link").first().waitFor()
    const pair = await topPair()
    assert.equal(pathOf(page), `/pairs/${pair}`)
    assert.match(await page.title(), / – .+ · Chancery$/)

    await page.locator(".entry-link").first().click()
    await page.locator(".report .evidence a").first().waitFor()
    assert.match(pathOf(page), /^\/happenings\//)
    const told = await wordsOf(page.locator(".report .evidence a").first())

    await page.locator(".report .evidence a").first().click()
    await page.locator("mark.in-hand").first().waitFor()
    assert.match(pathOf(page), /^\/documents\//)
    const event = eventOf(page) ?? ""
    assert.equal((await markedWords(page, event)).replace(/\s+/g, " "), told.replace(/\s+/g, " "))
    await page.locator(`[id="event-${event}"][aria-current="true"]`).waitFor()

    await page.goBack()
    await page.locator(".report").first().waitFor()
    await page.goBack()
    await page.locator(".entry").first().waitFor()
    assert.equal(pathOf(page), `/pairs/${pair}`)
    await page.goBack()
    await page.locator(".pair-table").waitFor()
    assert.equal(await heading(page), "The record")
  }))

test("every event's marked words are its evidence, and the article stands there whole", () =>
  onPage(WIDE, async (page) => {
    const article = await documentWithMost()
    await open(page, `/documents/${encodeURIComponent(article.id)}`)
    assert.ok(article.coded.length > 1, "the examples have no article with several events")
    assert.equal(await page.locator(".article-text").textContent(), article.text)
    for (const { id, evidence } of article.coded) assert.equal(await markedWords(page, id), evidence.text)
    assert.equal(await page.locator(".card").count(), article.coded.length)
  }))

test("words and card are tied both ways", () =>
  onPage(WIDE, async (page) => {
    const article = await documentWithMost()
    await open(page, `/documents/${encodeURIComponent(article.id)}`)
    const event = article.coded.at(-1)?.id ?? ""
    const card = page.locator(`[id="event-${event}"]`)
    await card.hover()
    assert.ok((await page.locator(`mark.in-hand[data-events~="${event}"]`).count()) > 0)
    await page.locator("h1").hover()
    assert.equal(await page.locator("mark.in-hand").count(), 0)
    // Several events may rest on the same words: choosing these again goes on to the next.
    const words = page.locator(`mark[data-events~="${event}"]`).first()
    const over = (await words.getAttribute("data-events"))?.split(" ") ?? []
    const chosen = new Set<string | null>()
    for (const _ of over) {
      await words.click()
      chosen.add(eventOf(page))
    }
    assert.deepEqual(chosen, new Set(over))
    await page.locator(".card[aria-current=true] .card-facts").waitFor()
  }))

test("events are walked with the keyboard, and Enter opens the happening", () =>
  onPage(WIDE, async (page) => {
    const article = await documentWithMost()
    await open(page, `/documents/${encodeURIComponent(article.id)}`)
    await page.keyboard.press("j")
    const first = eventOf(page)
    await page.keyboard.press("j")
    const second = eventOf(page)
    assert.notEqual(first, null)
    assert.notEqual(second, first)
    await page.keyboard.press("k")
    assert.equal(eventOf(page), first)
    await page.keyboard.press("ArrowRight")
    assert.equal(eventOf(page), second)
    const happening = article.coded.find(({ id }) => id === second)?.happening
    await page.keyboard.press("Enter")
    await page.locator(".report").first().waitFor()
    assert.equal(pathOf(page), `/happenings/${happening}`)
  }))

test("the keyboard reaches the content, the months and the marks", () =>
  onPage(WIDE, async (page) => {
    await open(page, `/pairs/${await topPair()}`)
    await page.locator(".month-cursor .plot").first().waitFor()
    await page.keyboard.press("Tab")
    assert.equal(await wordsOf(page.locator(":focus")), "Skip to the content")
    await page.keyboard.press("Enter")
    assert.equal(await page.locator(":focus").getAttribute("id"), "main")
    await page.locator(".month-cursor").focus()
    await page.keyboard.press("ArrowLeft")
    assert.doesNotMatch(await wordsOf(page.locator(".readout")), /^Point at/)
    await page.locator(".tick[tabindex='0']").focus()
    const before = await page.locator(":focus").getAttribute("data-id")
    await page.keyboard.press("ArrowRight")
    const after = await page.locator(":focus").getAttribute("data-id")
    assert.notEqual(after, before)
    assert.ok((await wordsOf(page.locator("[role=tooltip]"))).length > 10)
    await page.keyboard.press("Enter")
    await page.locator(".report").first().waitFor()
    assert.equal(pathOf(page), `/happenings/${after}`)
  }))

test("a month chosen on the chart lists its happenings, and its address brings them back", () =>
  onPage(WIDE, async (page) => {
    const pair = await topPair()
    const { happenings } = await ask<PairPage>(`pairs/${pair}`)
    const month =
      happenings
        .flatMap(({ start }) => start?.slice(0, 7) ?? [])
        .sort()
        .at(-1) ?? ""
    await open(page, `/pairs/${pair}`)
    const cursor = page.locator(".month-cursor")
    await cursor.focus()
    for (let step = 0; step < 400; step++) {
      await page.keyboard.press("ArrowLeft")
      const words = await cursor.getAttribute("aria-valuetext")
      if (new Date(`1 ${words} UTC`).toISOString().startsWith(month)) break
    }
    await page.keyboard.press("Enter")
    assert.equal(new URL(page.url()).searchParams.get("from"), `${month}-01`)
    const rows = await listed(page)
    const expected = happenings.filter(
      ({ start, end }) => start !== null && start.slice(0, 7) <= month && (end ?? start).slice(0, 7) >= month,
    )
    assert.equal(rows.length, expected.length)
    await page.reload({ waitUntil: "networkidle" })
    assert.deepEqual(await listed(page), rows)
  }))

test("filters stand in the address and restore the view whole", () =>
  onPage(WIDE, async (page) => {
    const pair = await topPair()
    const { happenings } = await ask<PairPage>(`pairs/${pair}`)
    const type = happenings[0]?.type ?? ""
    const count = happenings.filter((row) => row.type === type && !row.onlyStateMedia).length
    await open(page, `/pairs/${pair}?type=${type}&independent=true`)
    assert.equal((await listed(page)).length, Math.min(count, 100))
    assert.equal(await page.getByLabel("Kind").inputValue(), type)
    assert.equal(await page.getByLabel("Leave out what only state media tell").isChecked(), true)
    await page.getByRole("button", { name: "Clear" }).click()
    assert.equal(new URL(page.url()).search, "")
    assert.equal((await listed(page)).length, Math.min(happenings.length, 100))
  }))

test("the table of pairs is filtered and sorted, and its address keeps both", () =>
  onPage(WIDE, async (page) => {
    await open(page, "/")
    const names = () => page.locator(".pair-table tbody .codes").allTextContents()
    await page.getByRole("searchbox").fill("belarus")
    await page.getByRole("button", { name: "Cooperation" }).click()
    const rows = (await names()).map((name) => name.trim())
    const expected = (await ask<readonly PairRow[]>("pairs")).filter(({ pair }) => pair.includes("BLR"))
    assert.deepEqual([...rows].sort(), expected.map(({ pair }) => pair).sort())
    const shares = rows.map((pair) => expected.find((row) => row.pair === pair)?.share ?? -1)
    assert.deepEqual(
      shares,
      [...shares].sort((a, b) => b - a),
    )
    await page.reload({ waitUntil: "networkidle" })
    assert.deepEqual(
      (await names()).map((name) => name.trim()),
      rows,
    )
  }))

test("nothing scrolls sideways at 390 pixels, in any view", () =>
  onPage(NARROW, async (page) => {
    const pair = await topPair()
    const { happenings } = await ask<PairPage>(`pairs/${pair}`)
    const article = await documentWithMost()
    const article_ = `/documents/${encodeURIComponent(article.id)}?event=${article.coded[0]?.id}`
    for (const path of [
      "/",
      `/pairs/${pair}`,
      `/happenings/${happenings[0]?.id}`,
      "/documents",
      article_,
      "/about",
    ]) {
      await open(page, path)
      const content = await page.evaluate<number>("document.documentElement.scrollWidth")
      const screen = await page.evaluate<number>("document.documentElement.clientWidth")
      assert.ok(content <= screen, `${path} is ${content} pixels wide`)
      assert.equal(await page.locator("h1").count(), 1, path)
    }
  }))

test("an address that names an event shows its words at once, on a narrow screen too", () =>
  onPage(NARROW, async (page) => {
    const article = await documentWithMost()
    const event = [...article.coded].sort((a, b) => a.evidence.start - b.evidence.start).at(-1)
    await open(page, `/documents/${encodeURIComponent(article.id)}?event=${event?.id}`)
    const words = await page.locator(`mark[data-events~="${event?.id}"]`).first().boundingBox()
    const panel = await page.locator(".cards").boundingBox()
    assert.ok(words !== null && panel !== null)
    assert.ok(words.y > 40 && words.y < panel.y, `the words lie at ${words.y}, the cards begin at ${panel.y}`)
  }))

test("the theme that a reader chose is remembered", () =>
  onPage(WIDE, async (page) => {
    await open(page, "/about")
    const paper = () => page.evaluate<string>("getComputedStyle(document.documentElement).backgroundColor")
    await page.getByLabel("Theme").selectOption("light")
    const light = await paper()
    await page.getByLabel("Theme").selectOption("dark")
    assert.notEqual(await paper(), light)
    await page.reload({ waitUntil: "networkidle" })
    assert.notEqual(await paper(), light)
    assert.equal(await page.getByLabel("Theme").inputValue(), "dark")
  }))

test("what the record does not hold is said in words, with what to do", async () => {
  const page = await browser.newPage({ viewport: WIDE })
  await open(page, "/happenings/nothing-of-the-kind")
  assert.equal(await heading(page), "Not in the record")
  assert.match(await wordsOf(page.getByRole("alert")), /nothing-of-the-kind/)
  await page.getByRole("link", { name: "All pairs" }).click()
  await page.locator(".pair-table").waitFor()
  await page.close()
})
