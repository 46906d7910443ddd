import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { LeaderPage, LeaderRow } from "../../src/view/leaders-page.ts"
import type { NetworkPage } from "../../src/view/network-page.ts"
import { ExamplePages, pathOf, queryOf } from "./example-pages.ts"

let pages: ExamplePages
before(async () => {
  pages = await ExamplePages.open()
})
after(() => pages?.close())

const busiest = async (): Promise<LeaderPage> => {
  const [row] = await pages.ask<readonly LeaderRow[]>("leaders?limit=1")
  return pages.ask<LeaderPage>(`leaders/${encodeURIComponent(row?.id ?? "")}`)
}

test("from the list of leaders to a visit and to the happening behind it", () =>
  pages.show({}, async (page) => {
    const leader = await busiest()
    await pages.open(page, "/leaders")
    await page.locator(".leader-table tbody a").first().click()
    await page.locator(".encounter").first().waitFor()
    assert.equal(pathOf(page), `/leaders/${encodeURIComponent(leader.id)}`)
    assert.equal(await page.locator(".encounter").count(), leader.encounters.length)
    const marks = await page.locator(".timeline .tick").count()
    assert.ok(marks > 0 && marks <= leader.encounters.length)
    await page.locator(".encounter-link").first().click()
    await page.locator(".report").first().waitFor()
    assert.equal(pathOf(page), `/happenings/${leader.encounters.at(-1)?.happenings[0]}`)
  }))

test("a leader's map draws one arc a route, of held and planned journeys alike", () =>
  pages.show({}, async (page) => {
    const leader = await busiest()
    const routes = new Set(
      leader.encounters.flatMap(({ part, start, at }) =>
        start === null || at === null
          ? []
          : [`${part === "host"} ${start.latitude} ${start.longitude} ${at.latitude} ${at.longitude}`],
      ),
    )
    await pages.open(page, `/leaders/${encodeURIComponent(leader.id)}`)
    await page.locator(".atlas-land").waitFor({ state: "attached" })
    assert.ok(routes.size > 1, "the examples have no leader with several journeys")
    assert.equal(await page.locator(".atlas .arc").count(), routes.size)
    assert.match((await page.locator(".atlas-note").first().textContent()) ?? "", /take no side/)
  }))

test("a count of a leader's meetings lists just these, and its address brings them back", () =>
  pages.show({}, async (page) => {
    const leader = await busiest()
    const [count] = leader.counts.filter(({ visits, received, meetings }) => visits + received + meetings > 0)
    const expected = leader.encounters.filter(
      ({ other, from }) => other.code === count?.with.code && from.startsWith(count.year),
    )
    await pages.open(page, `/leaders/${encodeURIComponent(leader.id)}`)
    await page.getByRole("button", { name: `${count?.with.name}, ${count?.year}:` }).click()
    assert.deepEqual([queryOf(page).get("with"), queryOf(page).get("year")], [count?.with.code, count?.year])
    assert.equal(await page.locator(".encounter").count(), expected.length)
    await page.reload({ waitUntil: "networkidle" })
    assert.equal(await page.locator(".encounter").count(), expected.length)
  }))

test("the keyboard walks a leader's timeline, and Enter opens the happening", () =>
  pages.show({}, async (page) => {
    const leader = await busiest()
    await pages.open(page, `/leaders/${encodeURIComponent(leader.id)}`)
    await page.locator(".tick[tabindex='0']").focus()
    const first = await page.locator(":focus").getAttribute("data-id")
    await page.keyboard.press("ArrowRight")
    const second = await page.locator(":focus").getAttribute("data-id")
    assert.notEqual(second, first)
    await page.keyboard.press("Enter")
    await page.locator(".report").first().waitFor()
    assert.ok(second?.startsWith(pathOf(page).slice("/happenings/".length)))
  }))

test("the network's table has every tie of the least weight, side and period in the address", () =>
  pages.show({}, async (page) => {
    const { ties } = await pages.ask<NetworkPage>("network?from=2023-01-01&to=2023-12-31")
    const expected = ties.filter(({ conflict }) => conflict > 0 && conflict >= 0.5)
    assert.ok(expected.length > 1 && expected.length < ties.length, `${expected.length} of ${ties.length}`)
    await pages.open(page, "/network?from=2023-01-01&to=2023-12-31&side=conflict")
    await page.locator(".tie-table tbody tr").first().waitFor()
    const rows = await page.locator(".tie-table tbody .codes").allTextContents()
    assert.deepEqual(
      [...rows].sort(),
      expected
        .map(({ pair }) => pair)
        .sort()
        .slice(0, 25),
    )
    assert.equal(await page.getByLabel("Ties of").inputValue(), "conflict")
    assert.equal(await page.locator(".network-still .tie").count(), expected.length)
  }))

test("a state chosen in the network keeps its ties alone, and a tie leads to its pair", () =>
  pages.show({}, async (page) => {
    await pages.open(page, "/network?least=1")
    await page.locator(".network-canvas canvas").first().waitFor()
    const [state] = (await pages.ask<NetworkPage>("network")).states.filter(({ code }) => code === "CHN")
    await page
      .getByRole("button", { name: state?.name ?? "", exact: true })
      .first()
      .click()
    assert.equal(queryOf(page).get("state"), "CHN")
    const pairs = await page.locator(".tie-table tbody .codes").allTextContents()
    assert.ok(pairs.length > 0 && pairs.every((pair) => pair.includes("CHN")), pairs.join())
    await page.locator(".tie-table tbody .codes").first().click()
    await page.locator(".entry").first().waitFor()
    assert.equal(pathOf(page), `/pairs/${pairs[0]}`)
  }))

test("without WebGL the network is a still drawing and the same table", () =>
  pages.show({}, async (page) => {
    await page.addInitScript("HTMLCanvasElement.prototype.getContext = () => null")
    await pages.open(page, "/network")
    await page.locator(".network-still").waitFor()
    assert.equal(await page.locator(".network-canvas").count(), 0)
    assert.ok((await page.locator(".tie-table tbody tr").count()) > 5)
  }))
