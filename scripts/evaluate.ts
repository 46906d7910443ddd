// `npm run evaluate [-- --gold DIR] [-- --only e2e,dates] [-- --write]`
// Codes the development sets through the command line, as a user would, runs their own scorers, and prints one table.
// With --write the table goes to docs/accuracy.md, between its markers.
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import {
  type AnnotationLine,
  type HappeningLine,
  type ResolvedLine,
  toActorCodes,
  toAttributions,
  toClusters,
  toEndToEnd,
  toEntities,
  toPlaces,
  toRelation,
  toTimes,
} from "../src/evaluation/adapters.ts"
import { readThreads, scoreThreads } from "../src/evaluation/threads.ts"
import { scoreTreebank } from "../src/evaluation/treebank.ts"
import type { Event } from "../src/record/index.ts"

const ROOT = resolve(import.meta.dirname, "..")
const { values: options } = parseArgs({
  options: {
    gold: { type: "string", default: resolve(ROOT, "../shared/gold") },
    corpora: { type: "string", default: resolve(ROOT, "../shared/corpora") },
    only: { type: "string" },
    write: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
})
const EXAMPLES = join(ROOT, "examples")
const scratch = mkdtempSync(join(tmpdir(), "chancery-evaluate-"))

type Json = Record<string, unknown>
interface Row {
  readonly set: string
  readonly measure: string
  readonly value: number | null
  readonly unit: "%" | "count"
}

const readLines = <T = Json>(file: string): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T)

const jsonl = (rows: readonly unknown[]): string => `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`

/** Runs the built command line with `input` on stdin and returns what it wrote to stdout. */
function chancery(args: readonly string[], input: string): string {
  const run = spawnSync(process.execPath, [join(ROOT, "dist/app/cli/main.js"), ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  })
  if (run.status !== 0)
    throw new Error(`chancery ${args.join(" ")} ended with ${run.status}: ${run.stderr.slice(-2000)}`)
  return run.stdout
}

const parseLines = <T>(text: string): T[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T)

/** Runs a set's own scorer over our predictions; the last line of its output is JSON. */
function runScorer(script: string, args: readonly string[]): Json {
  const run = spawnSync(process.execPath, [join(options.gold, script), ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  })
  if (run.status !== 0) throw new Error(`${script} ended with ${run.status}: ${run.stderr}`)
  if (options.verbose) process.stderr.write(run.stdout)
  return JSON.parse(
    run.stdout.startsWith("{") ? run.stdout : (run.stdout.trim().split("\n").at(-1) ?? "{}"),
  ) as Json
}

function writePredictions(name: string, rows: readonly unknown[]): string {
  const file = join(scratch, `${name}.jsonl`)
  writeFileSync(file, jsonl(rows))
  return file
}

const at = (value: unknown, ...path: readonly string[]): number | null => {
  const found = path.reduce<unknown>((inner, key) => (inner as Json | null | undefined)?.[key], value)
  return typeof found === "number" ? found : null
}
const percent = (set: string, measure: string, value: number | null): Row => ({
  set,
  measure,
  value,
  unit: "%",
})
const count = (set: string, measure: string, value: number | null): Row => ({
  set,
  measure,
  value,
  unit: "count",
})

/** The documents of a set in the contract's form. */
const toDocument = (row: Json) => ({
  id: row.id,
  text: row.text,
  ...(typeof row.title === "string" ? { title: row.title } : {}),
  ...(typeof (row.published ?? row.reference ?? row.date) === "string"
    ? { published: row.published ?? row.reference ?? row.date }
    : {}),
  ...(typeof row.publisher === "string" ? { publisher: { name: row.publisher } } : {}),
  ...(Array.isArray(row.participants) ? { participants: row.participants } : {}),
})

const annotate = (rows: readonly Json[]): AnnotationLine[] =>
  parseLines(chancery(["annotate", "-"], jsonl(rows.map(toDocument))))

function endToEnd(file: string): Row[] {
  const gold = join(options.gold, file)
  const events = parseLines<Event>(chancery(["code", "-"], jsonl(readLines(gold).map(toDocument))))
  const predictions = writePredictions("e2e", events.map(toEndToEnd))
  const score = runScorer("e2e/score.mjs", [predictions, "--gold", gold, "--json"])
  const accuracy = (name: string) => at(score, "attributes", name, "accuracy")
  return [
    percent(file, "F1 (strict precision)", at(score, "f1")),
    percent(file, "precision", at(score, "precision")),
    percent(file, "recall", at(score, "recall")),
    ...Object.keys((score.attributes ?? {}) as Json).map((name) => percent(file, name, accuracy(name))),
    count(file, "must_not violations", at(score, "mustNot")),
  ]
}

function relation(file: string): Row[] {
  const gold = join(options.gold, file)
  const rows = readLines(gold)
  const events = parseLines<Event>(chancery(["code", "-"], jsonl(rows.map(toDocument))))
  const byDocument = new Map<string, Event[]>()
  for (const event of events)
    byDocument.set(event.document, [...(byDocument.get(event.document) ?? []), event])
  const predictions = rows.map((row) => toRelation(String(row.id), byDocument.get(String(row.id)) ?? []))
  const score = runScorer("score.mjs", ["relation", gold, writePredictions("relation", predictions)])
  return [
    percent(file, "macro F1 of the root", at(score, "headline")),
    percent(file, "accuracy of the root", at(score, "all", "root", "accuracy")),
    percent(file, "macro F1 of the quad class", at(score, "all", "quad", "macroF1")),
  ]
}

function actors(file: string): Row[] {
  const gold = join(options.gold, file)
  const resolved = parseLines<ResolvedLine>(chancery(["resolve", "-"], jsonl(readLines(gold))))
  const score = runScorer("score.mjs", [
    "actors",
    gold,
    writePredictions("actors", resolved.map(toActorCodes)),
  ])
  return [
    percent(file, "country", at(score, "country")),
    percent(file, "sector", at(score, "code_1")),
    percent(file, "country and sector", at(score, "country+code_1")),
  ]
}

function attribution(file: string): Row[] {
  const gold = join(options.gold, file)
  const predictions = writePredictions("attribution", annotate(readLines(gold)).map(toAttributions))
  const score = runScorer("attribution/score.mjs", ["--gold", gold, "--pred", predictions, "--json"])
  return [
    ...["source", "cue", "content"].map((role) =>
      percent(file, `${role}, exact F1`, at(score, "exact", role, "f1")),
    ),
    percent(file, "source with its content, F1", at(score, "attribution", "f1")),
  ]
}

function dates(file: string): Row[] {
  const gold = join(options.gold, file)
  const predictions = writePredictions("dates", annotate(readLines(gold)).map(toTimes))
  const score = runScorer("dates/score.mjs", ["--gold", gold, "--pred", predictions, "--json"])
  return [
    percent(file, "value F1", at(score, "value", "f1")),
    percent(file, "span F1, exact", at(score, "strict", "f1")),
  ]
}

function places(file: string): Row[] {
  const gold = join(options.gold, file)
  const predictions = writePredictions("places", annotate(readLines(gold)).map(toPlaces))
  const score = runScorer("places/score.mjs", ["--gold", gold, "--pred", predictions, "--json"])
  return [
    percent(file, "span F1, exact", at(score, "all", "exact", "f1")),
    percent(file, "accuracy@161 km of found", at(score, "all", "resolution", "acc161")),
    percent(file, "accuracy@161 km end to end", at(score, "all", "endToEnd161")),
  ]
}

function entities(file: string, set: "re3d" | "gum"): Row[] {
  const gold = join(options.gold, file)
  const lines = annotate(readLines(gold))
  const predictions = writePredictions(
    "entities",
    lines.map((line) => toEntities(line, set)),
  )
  const types = set === "re3d" ? "Person,Organisation,Location,Nationality" : "person,organization,place"
  const score = runScorer("entities/score.mjs", [
    "--gold",
    gold,
    "--pred",
    predictions,
    "--types",
    types,
    "--json",
  ])
  return [
    percent(file, "exact F1", at(score, "exact", "f1")),
    percent(file, "overlap F1", at(score, "overlap", "f1")),
  ]
}

function linking(file: string): Row[] {
  const gold = join(options.gold, file)
  const rows = readLines(gold)
  const events = chancery(["code", "-"], jsonl(rows.map(toDocument)))
  const happenings = parseLines<HappeningLine>(chancery(["link", "-"], events))
  const predictions = toClusters(
    rows.map((row) => String(row.id)),
    happenings,
  )
  const score = runScorer("linking/score.mjs", [
    "--gold",
    gold,
    "--pred",
    writePredictions("linking", predictions),
    "--json",
  ])
  return [
    percent(file, "documents, pairwise F1", at(score, "documents", "pairwise", "f1")),
    percent(file, "documents, B³ F1", at(score, "documents", "b3", "f1")),
  ]
}

function threads(file: string): Row[] {
  const gold = readThreads(`examples/${file}`, readFileSync(join(EXAMPLES, file), "utf8"))
  const news = join(EXAMPLES, "news")
  const events = chancery(["code", news], "")
  const happenings = parseLines<HappeningLine>(chancery(["link", "-", "--documents", news], events))
  const { precision, recall, f1 } = scoreThreads(gold, happenings)
  return [
    percent(file, "pairs of documents, precision", precision),
    percent(file, "pairs of documents, recall", recall),
    percent(file, "pairs of documents, F1", f1),
  ]
}

function treebank(file: string): Row[] {
  const gold = readFileSync(join(options.corpora, file), "utf8")
  const predicted = chancery(["annotate", "--conllu", "--pretokenised", "-"], gold)
  const score = scoreTreebank(gold, predicted)
  return [
    percent(file, "UPOS, gold tokens", score.upos),
    percent(file, "UAS, gold tokens", score.uas),
    percent(file, "LAS, gold tokens", score.las),
  ]
}

interface DevelopmentSet {
  readonly name: string
  readonly file: string
  readonly root: string
  readonly run: (file: string) => Row[]
}

const set = (
  name: string,
  file: string,
  run: (file: string) => Row[],
  root = options.gold,
): DevelopmentSet => ({
  name,
  file,
  root,
  run,
})

const SETS: readonly DevelopmentSet[] = [
  set("e2e", "e2e/articles.jsonl", endToEnd),
  set("e2e", "e2e/train.jsonl", endToEnd),
  set("relation", "relation/dev.jsonl", relation),
  set("actors", "actors/dev.jsonl", actors),
  set("attribution", "attribution/dev.jsonl", attribution),
  set("attribution", "attribution/dev-cofenet.jsonl", attribution),
  set("dates", "dates/dev.jsonl", dates),
  set("dates", "dates/train-timebank.jsonl", dates),
  set("dates", "dates/wikiwars-dev.jsonl", dates),
  set("places", "places/dev.jsonl", places),
  set("places", "places/geovirus-dev.jsonl", places),
  set("entities", "entities/dev.jsonl", (file) => entities(file, "re3d")),
  set("entities", "entities/gum-dev.jsonl", (file) => entities(file, "gum")),
  set("linking", "linking/dev.jsonl", linking),
  set("threads", "threads.tsv", threads, EXAMPLES),
  set("treebank", "ud-english/dev.conllu", treebank, options.corpora),
]

/** Runs one set; a set that is not there is said to be missing, one that fails is named with its error. */
function evaluate({ name, file, root, run }: DevelopmentSet): Row[] | string {
  if (options.only !== undefined && !options.only.split(",").includes(name)) return []
  if (!existsSync(join(root, file)))
    return `missing: ${join(root, file)} (give its folder with --gold or --corpora)`
  const begun = process.hrtime.bigint()
  const rows = run(file)
  process.stderr.write(`${file}: ${(Number(process.hrtime.bigint() - begun) / 1e9).toFixed(1)} s\n`)
  return rows
}

const show = ({ value, unit }: Row): string =>
  value === null ? "–" : unit === "%" ? (100 * value).toFixed(1) : String(value)

function toMarkdown(results: readonly (readonly Row[] | string)[]): string {
  const rows = results.flatMap((result) =>
    typeof result === "string" ? [] : result.map((row) => `| ${row.set} | ${row.measure} | ${show(row)} |`),
  )
  const missing = results.filter((result) => typeof result === "string")
  return [
    "| set | measure | value |",
    "|---|---|---:|",
    ...rows,
    ...(missing.length > 0 ? ["", ...missing] : []),
  ].join("\n")
}

const BEGIN = "<!-- begin: npm run evaluate -- --write -->"
const END = "<!-- end -->"

function writeTable(table: string): void {
  const file = join(ROOT, "docs/accuracy.md")
  const page = readFileSync(file, "utf8")
  const [before, rest] = page.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined)
    throw new Error(`${file} lacks the markers ${BEGIN} … ${END}`)
  writeFileSync(file, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`)
}

try {
  const table = toMarkdown(SETS.map(evaluate))
  console.log(table)
  if (options.write) writeTable(table)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
