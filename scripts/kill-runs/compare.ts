import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { seeded } from "../bench/seeded.ts"
import { serveFeed } from "./feed-server.ts"
import { contentOf, killAgainAndAgain, runToEnd } from "./kill.ts"
import { writeArchive } from "./pages.ts"

export interface KillOptions {
  /** Where archives and records are made. */
  readonly folder: string
  readonly articles: number
  readonly kills: number
}

/** A record that was made in peace, and one whose maker was killed again and again. */
export interface Comparison {
  readonly undisturbed: string
  readonly disturbed: string
  readonly struck: number
  /** Of the undisturbed run. */
  readonly milliseconds: number
}

/** `chancery run` over an archive of so many articles. */
export async function compareRuns({ folder, articles, kills }: KillOptions): Promise<Comparison> {
  const archive = join(folder, "pages.warc.gz")
  writeArchive(archive, articles)
  const argsFor = (store: string): string[] => [
    "run",
    archive,
    "--store",
    join(folder, store),
    "--workers",
    "1",
  ]
  const { milliseconds } = await runToEnd(argsFor("run-whole.duckdb"))
  const struck = await killAgainAndAgain(argsFor("run-killed.duckdb"), {
    kills,
    milliseconds,
    random: seeded(articles),
  })
  return { ...(await bothContents(folder, "run")), struck, milliseconds }
}

/** `chancery watch --once` on a feed of so many articles; throws where a page was fetched anew after it was kept. */
export async function compareWatches({ folder, articles, kills }: KillOptions): Promise<Comparison> {
  const site = await serveFeed(articles)
  try {
    const list = join(folder, "feeds.txt")
    writeFileSync(list, `${site.feed}\n`)
    const argsFor = (store: string): string[] => [
      ...["watch", list, "--once", "--pause", "0", "--allow-host", "127.0.0.1"],
      ...["--store", join(folder, store)],
    ]
    const { milliseconds } = await runToEnd(argsFor("watch-whole.duckdb"))
    site.forget()
    const struck = await killAgainAndAgain(argsFor("watch-killed.duckdb"), {
      kills,
      milliseconds,
      random: seeded(articles),
    })
    // What was under way when it was struck may be asked for again, and no more.
    const again = [...site.fetched].filter(([, times]) => times > 1 + struck)
    if (again.length > 0) throw new Error(`fetched too often: ${JSON.stringify(again.slice(0, 5))}`)
    return { ...(await bothContents(folder, "watch")), struck, milliseconds }
  } finally {
    site.close()
  }
}

async function bothContents(folder: string, command: string) {
  return {
    undisturbed: await contentOf(join(folder, `${command}-whole.duckdb`)),
    disturbed: await contentOf(join(folder, `${command}-killed.duckdb`)),
  }
}
