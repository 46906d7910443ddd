import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { openBrowser } from "../../scripts/open-browser.ts"
import { type ServedRecord, serveExamples } from "../../scripts/serve-examples.ts"

const ROOT = join(import.meta.dirname, "../..")
export const WIDE = { width: 1280, height: 860 }
export const NARROW = { width: 390, height: 844 }
/** A driver that draws without a graphics card says that it is slow. */
const SLOW_DRIVER = /GL Driver Message/

interface Screen {
  readonly viewport?: typeof WIDE
  readonly colorScheme?: "light" | "dark"
}

/** The example news in a browser: built, coded, served. Close it when the claims are made. */
export class ExamplePages {
  readonly #record: ServedRecord
  readonly #browser: Browser

  private constructor(record: ServedRecord, browser: Browser) {
    this.#record = record
    this.#browser = browser
  }

  static async open(): Promise<ExamplePages> {
    const build = spawnSync(process.execPath, ["scripts/build.mjs", "--stale"], {
      cwd: ROOT,
      encoding: "utf8",
    })
    assert.equal(build.status, 0, build.stderr)
    return new ExamplePages(await serveExamples(), await openBrowser())
  }

  async close(): Promise<void> {
    await this.#browser.close()
    await this.#record.close()
  }

  /** What the API answers. */
  async ask<T>(path: string): Promise<T> {
    return (await fetch(`${this.#record.address}/api/v1/${path}`)).json() as Promise<T>
  }

  open(page: Page, path: string) {
    return page.goto(`${this.#record.address}${path}`, { waitUntil: "networkidle" })
  }

  /** Runs a claim in a page of its own, which must neither complain nor ask anybody but the server. */
  async show({ viewport = WIDE, colorScheme = "light" }: Screen, claim: (page: Page) => Promise<void>) {
    const page = await this.#browser.newPage({ viewport, colorScheme, reducedMotion: "reduce" })
    const complaints: string[] = []
    const strangers: string[] = []
    page.on("console", (message) => {
      const told = message.type() === "error" || message.type() === "warning"
      if (told && !SLOW_DRIVER.test(message.text())) complaints.push(message.text())
    })
    page.on("pageerror", (error) => complaints.push(error.message))
    page.on("request", (request) => {
      if (!request.url().startsWith(`${this.#record.address}/`)) strangers.push(request.url())
    })
    try {
      await claim(page)
    } finally {
      await page.close()
    }
    assert.deepEqual(complaints, [], "the page complained")
    assert.deepEqual(strangers, [], "a request left the machine")
  }

  /** A page that may complain: what is not there is an error to the browser, too. */
  async showMissing(path: string, claim: (page: Page) => Promise<void>): Promise<void> {
    const page = await this.#browser.newPage({ viewport: WIDE })
    await this.open(page, path)
    await claim(page)
    await page.close()
  }
}

export const queryOf = (page: Page) => new URL(page.url()).searchParams
export const pathOf = (page: Page) => new URL(page.url()).pathname
