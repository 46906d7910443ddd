// `npm run bench [-- --megabytes N] [--only NAME] [--save]`: how fast each step and the whole coder read, and how much memory that takes,
// beside other libraries on the same text in the same run. Every subject has a process of its own; the median of five counts. Warns
// of what fell behind the table in bench/last.json, which --save replaces.
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { parseArgs } from "node:util"
import Table from "cli-table3"
import { splitSentences } from "../src/text/sentences.ts"
import { tokenise } from "../src/text/tokenise.ts"
import { type BenchTable, fallenBehind, YARDSTICK } from "./bench/guard.ts"
import { charactersOf, ROOT, sampleArticles } from "./bench/sample.ts"
import { SUBJECTS } from "./bench/subjects.ts"

const ROUNDS = 5
const { values: options } = parseArgs({
  options: {
    megabytes: { type: "string", default: "0.2" },
    only: { type: "string" },
    subject: { type: "string" },
    save: { type: "boolean", default: false },
  },
})
const sample = sampleArticles(Number(options.megabytes) * 1e6)

interface Measure {
  readonly seconds: number
  /** Peak resident memory of the process, in bytes. */
  readonly memory: number
}

/** Times one subject in this process: one round to warm up, then the median of the others. */
function measure(name: string): Measure {
  const work = SUBJECTS[name]?.()
  if (work === undefined) throw new Error(`there is no subject "${name}"`)
  work(sample)
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now()
    work(sample)
    return (performance.now() - begun) / 1000
  }).sort((a, b) => a - b)
  return { seconds: times[Math.floor(ROUNDS / 2)]!, memory: process.resourceUsage().maxRSS * 1024 }
}

function measureApart(name: string): Measure | string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", import.meta.filename, "--subject", name, "--megabytes", options.megabytes],
    { encoding: "utf8", maxBuffer: 2 ** 26 },
  )
  if (status !== 0) return stderr.split("\n").find((line) => /Error\b.*:/.test(line)) ?? "failed"
  return JSON.parse(stdout) as Measure
}

/** Who is compared with whom: how many times as fast the first is. */
const RATIOS = [
  ["sentences and tokens", "wink-nlp, default pipe"],
  ["whole coder, accurate", "wink-nlp, default pipe"],
  ["whole coder, fast", "wink-nlp, default pipe"],
  ["whole coder, fast", "compromise"],
  ["times", "chrono-node"],
  ["chancery code, all cores", "chancery code, one worker"],
] as const

function report(measures: ReadonlyMap<string, Measure | string>): void {
  const characters = charactersOf(sample)
  const sentences = sample.reduce((sum, { text }) => sum + splitSentences(text, tokenise(text)).length, 0)
  const plain = { style: { head: [], border: [] } }
  const ratios = new Table({ ...plain, head: ["this", "beside", "times as fast"] })
  for (const [ours, theirs] of RATIOS) {
    const [a, b] = [measures.get(ours), measures.get(theirs)]
    if (typeof a === "object" && typeof b === "object")
      ratios.push([ours, theirs, (b.seconds / a.seconds).toFixed(2)])
  }
  const table = new Table({ ...plain, head: ["subject", "sentences/s", "MB/s", "seconds", "peak memory"] })
  for (const [name, found] of measures)
    table.push(
      typeof found === "string"
        ? [name, found, "", "", ""]
        : [
            name,
            Math.round(sentences / found.seconds).toLocaleString("en-US"),
            (characters / 1e6 / found.seconds).toFixed(2),
            found.seconds.toFixed(3),
            `${Math.round(found.memory / 1e6)} MB`,
          ],
    )
  console.log(`${ratios.toString()}\n${table.toString()}`)
  console.log(
    `${sample.length} articles, ${sentences} sentences, ${(characters / 1e6).toFixed(1)} MB; Node ${process.version}; median of ${ROUNDS}. ` +
      "“chancery code” counts start, loading and output, and its memory is that of the parent.",
  )
}

const LAST = join(ROOT, "bench/last.json")

/** Warns of what fell behind the last committed table, and puts this one in its place where that is asked for. */
function compareWithLast(measures: ReadonlyMap<string, Measure | string>): void {
  const subjects = Object.fromEntries(
    [...measures].filter(([, found]) => typeof found === "object"),
  ) as Record<string, Measure>
  const table: BenchTable = { node: process.version, megabytes: charactersOf(sample) / 1e6, subjects }
  if (existsSync(LAST)) {
    const last = JSON.parse(readFileSync(LAST, "utf8")) as BenchTable
    for (const warning of fallenBehind(last, table)) console.log(`Warning: ${warning}`)
    if (subjects[YARDSTICK] === undefined)
      console.log(`Speeds are not compared with the last table: “${YARDSTICK}” was not measured.`)
  }
  if (!options.save) return
  mkdirSync(dirname(LAST), { recursive: true })
  writeFileSync(LAST, `${JSON.stringify(table, null, 2)}\n`)
}

if (options.subject !== undefined) process.stdout.write(JSON.stringify(measure(options.subject)))
else {
  const names = Object.keys(SUBJECTS).filter(
    (name) => options.only === undefined || name.includes(options.only),
  )
  const measures = new Map(
    names.map((name) => {
      process.stderr.write(`${name} …\n`)
      return [name, measureApart(name)] as const
    }),
  )
  report(measures)
  compareWithLast(measures)
}
