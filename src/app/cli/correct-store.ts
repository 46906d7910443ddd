import { mkdirSync } from "node:fs"
import { dirname } from "node:path"
import Table from "cli-table3"
import { loadCodebook } from "../../codebook/codebook.ts"
import { CorrectionError, correctDocument, readCorrection } from "../../correction/index.ts"
import type { Correction } from "../../record/index.ts"
import { identified, openStore, type Store } from "../../store/index.ts"
import { bundledData } from "../bundled-data.ts"
import { harvestRecord } from "../corrections/harvest-record.ts"
import { openRecord } from "../open-record.ts"
import { loadOutletsWith } from "../own-outlets.ts"
import { createRecordLinker } from "../record-linker.ts"
import type { CorrectionsOptions } from "./corrections.ts"
import { LineError, readJsonLines } from "./json-lines.ts"
import { writeOut } from "./stdout.ts"

/** Where a correction stands now. */
type State = "stands" | "in part" | "undone" | "orphaned"

async function reading<T>(path: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openRecord(path)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/** Every correction with its state. */
export const listCorrections = ({ store: path, document, json }: CorrectionsOptions): Promise<void> =>
  reading(path, async (store) => {
    const corrections = await store.corrections(document)
    const states = await statesOf(store, corrections)
    if (json) {
      for (const one of corrections)
        await writeOut(`${JSON.stringify({ ...one, state: states.get(one.id) })}\n`)
      return
    }
    const table = new Table({
      head: ["time", "author", "what", "event", "state"],
      colWidths: [21, 14, 34, 44, 10],
      wordWrap: true,
      style: { head: [], border: [] },
    })
    for (const one of corrections)
      table.push([
        `${one.time.slice(0, 16).replace("T", " ")} Z`,
        one.author,
        saidOf(one),
        `${one.target.event}\n“${one.target.evidence.text.slice(0, 90)}”`,
        states.get(one.id) ?? "",
      ])
    await writeOut(`${table.toString()}\n`)
    if (!(await store.followsCorrections()))
      process.stderr.write("Happenings, series and exports do not follow them: chancery corrections on\n")
  })

const saidOf = ({ kind, changes, undoes, note }: Correction): string =>
  [
    kind === "undo" ? `undo ${undoes?.slice(0, 8)}` : kind,
    ...Object.entries(changes).map(([field, value]) => `${field}: ${valueText(value)}`),
    ...(note === null ? [] : [`(${note})`]),
  ].join("\n")

function valueText(value: unknown): string {
  if (Array.isArray(value))
    return (
      value.map(({ name, country }) => (country === null ? name : `${name} ${country}`)).join(", ") ||
      "nobody"
    )
  if (typeof value !== "object" || value === null) return String(value ?? "none")
  return Object.values(value)
    .filter((part) => part !== null)
    .join(" ")
}

async function statesOf(store: Store, corrections: readonly Correction[]): Promise<Map<string, State>> {
  const codebook = loadCodebook(bundledData)
  const states = new Map<string, State>()
  for (const id of new Set(corrections.map(({ target }) => target.document))) {
    const document = await store.document(id)
    const own = await store.corrections(id)
    const { reviewed, orphans } = correctDocument(
      { text: document?.article.text ?? "", events: document?.coded ?? [], corrections: own },
      codebook,
    )
    for (const { review } of orphans) for (const one of review.history) states.set(one.id, "orphaned")
    for (const { review } of reviewed)
      for (const one of review.history)
        states.set(one.id, one.undone ? "undone" : one.id === review.standing?.id ? "stands" : "in part")
  }
  return states
}

/** Writes training data or the corrections themselves to standard output; what is left out is told. */
export const exportCorrections = ({ store: path, format, partly = false, text }: CorrectionsOptions) =>
  reading(path, async (store) => {
    if (format === "jsonl") {
      for (const correction of await store.corrections()) await writeOut(`${JSON.stringify(correction)}\n`)
      return
    }
    for await (const { line, left } of harvestRecord(store, { partly, withText: text })) {
      if (line !== undefined) await writeOut(`${JSON.stringify(line)}\n`)
      if (left !== undefined) process.stderr.write(`${left}\n`)
    }
  })

/** Adds corrections of files, and links anew what they touch. */
export async function importCorrections(
  files: readonly string[],
  { store: path, outlets }: CorrectionsOptions,
): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const store = await openStore(path)
  try {
    const given: Correction[] = []
    for await (const correction of readJsonLines(files, toCorrection)) given.push(correction)
    const { added, known } = await store.addCorrections(given)
    await store.relink(createRecordLinker(loadOutletsWith(outlets)))
    const states = await statesOf(store, given)
    const orphaned = given.filter(({ id }) => states.get(id) === "orphaned").length
    await writeOut(
      `${added} corrections added, ${known} there already${orphaned === 0 ? "" : `; ${orphaned} are of events that are not in this record`}\n`,
    )
  } finally {
    await store.close()
  }
}

function toCorrection(line: Readonly<Record<string, unknown>>): Correction {
  try {
    const correction = identified(readCorrection(line))
    if (line.id !== undefined && line.id !== correction.id)
      throw new LineError(
        `its id is "${String(line.id)}", and its content has "${correction.id}": it was changed`,
      )
    return correction
  } catch (error) {
    if (error instanceof CorrectionError) throw new LineError(error.message)
    throw error
  }
}

/** Lets happenings, series and exports follow the corrections, or the machine alone, and links anew. */
export async function followInStore(
  follow: boolean,
  { store: path, outlets }: CorrectionsOptions,
): Promise<void> {
  await reading(path, async () => undefined)
  const store = await openStore(path)
  try {
    await store.followCorrections(follow)
    const { events } = await store.relink(createRecordLinker(loadOutletsWith(outlets)))
    await writeOut(`${follow ? "With" : "Without"} corrections; ${events} events linked anew.\n`)
  } finally {
    await store.close()
  }
}
