// `npm run bench:run [-- --articles 1000,5000 --workers 2 --chancery COMMAND]`: generated articles through `chancery run`: articles
// and sentences a second, peak memory of its process, time from start to the first event, and the exponent of time in the number
// of articles.
import { spawn } from "node:child_process"
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { parseArgs } from "node:util"
import Table from "cli-table3"
import { splitSentences } from "../src/text/sentences.ts"
import { tokenise } from "../src/text/tokenise.ts"
import { proseArticles } from "./bench/prose.ts"
import { ROOT } from "./bench/sample.ts"

const { values: options } = parseArgs({
  options: {
    articles: { type: "string", default: "1000,5000" },
    mode: { type: "string", default: "accurate" },
    workers: { type: "string", default: String(availableParallelism()) },
    chancery: { type: "string", default: `${process.execPath} ${join(ROOT, "dist/app/cli/main.js")}` },
  },
})
const folder = mkdtempSync(join(tmpdir(), "chancery-bench-"))
/** How often a running command's peak of memory is looked up, in milliseconds. */
const LOOK_MS = 200

/** The most resident memory that a running process has had, in megabytes, where the system tells (Linux). */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch (error) {
    // It has ended, or there is no /proc.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined
    throw error
  }
}

interface Ran {
  readonly seconds: number
  readonly megabytes: number
}

function run(command: string, onOutput?: () => void): Promise<Ran> {
  const begun = performance.now()
  const child = spawn(`exec ${command}`, { shell: true, stdio: ["ignore", "pipe", "pipe"] })
  let stderr = ""
  let megabytes = Number.NaN
  const looking = setInterval(() => {
    megabytes = peakOf(child.pid) ?? megabytes
  }, LOOK_MS)
  child.stdout.on("data", () => onOutput?.())
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr = (stderr + chunk).slice(-4000)
  })
  return new Promise((resolve, reject) =>
    child.on("close", (status) => {
      clearInterval(looking)
      if (status === 0) resolve({ seconds: (performance.now() - begun) / 1000, megabytes })
      else reject(new Error(`${command}: exit code ${status}\n${stderr}`))
    }),
  )
}

interface Measure extends Ran {
  readonly articles: number
}

async function write(articles: number): Promise<string> {
  const path = join(folder, `${articles}.jsonl`)
  const lines = Readable.from(proseArticles({ articles })).map((article) => `${JSON.stringify(article)}\n`)
  await pipeline(lines, createWriteStream(path))
  return path
}

async function measure(articles: number): Promise<Measure> {
  const store = join(folder, `${articles}.duckdb`)
  const command = `${options.chancery} run ${await write(articles)} --store ${store} --workers ${options.workers} --mode ${options.mode}`
  return { articles, ...(await run(command)) }
}

/** Seconds from the start of `chancery code` to its first line of output. */
async function firstEvent(input: string): Promise<number> {
  const begun = performance.now()
  let first: number | undefined
  await run(`${options.chancery} code ${input} --mode ${options.mode}`, () => {
    first ??= (performance.now() - begun) / 1000
  })
  return first ?? Number.NaN
}

function exponent(measures: readonly Measure[]): number {
  const points = measures.map(({ articles, seconds }) => [Math.log(articles), Math.log(seconds)] as const)
  const [x, y] = [0, 1].map((at) => points.reduce((sum, point) => sum + point[at]!, 0) / points.length) as [
    number,
    number,
  ]
  const over = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0)
  return over / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0)
}

async function sentencesOf(articles: number): Promise<number> {
  let sentences = 0
  for (const { text } of proseArticles({ articles })) sentences += splitSentences(text, tokenise(text)).length
  return sentences
}

try {
  const start = await firstEvent(await write(20))
  const table = new Table({
    style: { head: [], border: [] },
    head: ["articles", "sentences", "seconds", "articles/s", "sentences/s", "peak memory"],
  })
  const measures: Measure[] = []
  for (const articles of options.articles.split(",").map(Number)) {
    const found = await measure(articles)
    measures.push(found)
    const sentences = await sentencesOf(articles)
    table.push([
      ...[articles, sentences].map((count) => count.toLocaleString("en-US")),
      found.seconds.toFixed(1),
      (articles / found.seconds).toFixed(1),
      Math.round(sentences / found.seconds).toLocaleString("en-US"),
      `${Math.round(found.megabytes)} MB`,
    ])
  }
  console.log(table.toString())
  if (measures.length > 1)
    console.log(`Time grows with the number of articles to the power of ${exponent(measures).toFixed(2)}.`)
  console.log(
    `Start to first event: ${start.toFixed(2)} s. ${options.workers} workers; Node ${process.version}.`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
