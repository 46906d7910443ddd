import { type RawItem, weightOf } from "../documents/raw-item.ts"
import { mapHere, mapOverWorkers } from "../workers/ordered-map.ts"
import { type BatchLimits, OVERDUE, startDeadline, toBatches } from "./batches.ts"
import { createTask, type ReadingResult, type ReadingSettings } from "./reading-task.ts"

const BATCHES: BatchLimits<RawItem> = { weight: weightOf, weightLimit: 65_536, countLimit: 64, waitMs: 25 }
/** Inputs up to this many bytes are read in this thread: they are done before worker threads have loaded their models. */
const SMALL_INPUT = 131_072
/** How long the end of a small input is waited for after its first batch. */
const PATIENCE_MS = 200
/** Workers are started from the compiled package; the sources themselves run in this thread. */
const COMPILED = import.meta.url.endsWith(".js")

/**
 * Reads items in batches, in this thread or over worker threads, whichever is faster; the results are in the order of the
 * items and, put together, the same either way.
 */
export async function* readAll(
  items: AsyncIterable<RawItem>,
  settings: ReadingSettings,
  workers: number,
): AsyncGenerator<ReadingResult> {
  const batches = toBatches(items, BATCHES)
  const { first, rest } = await takeSmall(batches)
  if (rest === undefined && first.length === 0) return
  if (workers === 1 || rest === undefined || !COMPILED)
    return yield* mapHere(joined(first, rest), await createTask(settings))
  const module = new URL("./reading-task.js", import.meta.url)
  yield* mapOverWorkers<RawItem[], ReadingResult>(joined(first, rest), { module, settings, workers })
}

/**
 * Takes batches up to the size of a small input. `rest` is undefined where the input ended before; a writer that pauses is not
 * waited for, since it may be waiting for us.
 */
async function takeSmall(batches: AsyncGenerator<RawItem[]>): Promise<{
  readonly first: readonly RawItem[][]
  readonly rest: AsyncIterable<RawItem[]> | undefined
}> {
  const first: RawItem[][] = []
  let weight = 0
  let next = batches.next()
  await next
  const deadline = startDeadline(PATIENCE_MS)
  try {
    while (weight <= SMALL_INPUT) {
      const result = await Promise.race([next, deadline.passed])
      if (result === OVERDUE) break
      if (result.done === true) return { first, rest: undefined }
      first.push(result.value)
      weight += result.value.reduce((sum, item) => sum + weightOf(item), 0)
      next = batches.next()
    }
    return { first, rest: resumed(next, batches) }
  } finally {
    deadline.cancel()
  }
}

/** An iteration whose next step was asked for already. */
async function* resumed<T>(next: Promise<IteratorResult<T>>, iterator: AsyncIterator<T>): AsyncGenerator<T> {
  for (let result = await next; result.done !== true; result = await iterator.next()) yield result.value
}

async function* joined<T>(first: readonly T[], rest: AsyncIterable<T> | undefined): AsyncGenerator<T> {
  yield* first
  if (rest !== undefined) yield* rest
}
