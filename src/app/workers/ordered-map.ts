import { type Job, startPool } from "./pool.ts"

/** Work that a module defines: it exports `createTask(settings)`, which gives the function that maps one input. */
export interface TaskModule<I, O> {
  readonly createTask: (settings: never) => Task<I, O> | Promise<Task<I, O>>
}
export type Task<I, O> = (input: I) => O | Promise<O>

/** Inputs that wait for or are in a worker, or wait for an earlier one's output: this many a worker, so memory is bounded. */
const IN_FLIGHT_PER_WORKER = 3

/** Maps each input in this thread. */
export async function* mapHere<I, O>(inputs: AsyncIterable<I>, task: Task<I, O>): AsyncGenerator<O> {
  for await (const input of inputs) yield await task(input)
}

/**
 * Maps inputs over worker threads and gives the outputs in the order of the inputs, whatever the number of workers. Reads no
 * further ahead than the workers can use; gives an output as soon as it is there, also while the next input is awaited.
 * Throws where a task throws or a worker dies.
 */
export async function* mapOverWorkers<I, O>(inputs: AsyncIterable<I>, job: Job): AsyncGenerator<O> {
  const pool = startPool<I, O>(job)
  const iterator = inputs[Symbol.asyncIterator]()
  const limit = job.workers * IN_FLIGHT_PER_WORKER
  const window: Promise<O>[] = []
  try {
    let next: Promise<IteratorResult<I>> | undefined = iterator.next()
    while (next !== undefined || window.length > 0) {
      const oldest = window[0]
      if (
        next !== undefined &&
        window.length < limit &&
        (oldest === undefined || !(await isFirst(oldest, next)))
      ) {
        const result: IteratorResult<I> = await next
        next = result.done === true ? undefined : iterator.next()
        if (result.done !== true) window.push(settled(pool.run(result.value)))
      } else {
        window.shift()
        yield await oldest!
      }
    }
  } finally {
    await pool.stop()
  }
}

/** True where `a` is there before `b`. */
const isFirst = (a: Promise<unknown>, b: Promise<unknown>): Promise<boolean> =>
  Promise.race([a.then(() => true), b.then(() => false)])

/** A failure is met when its turn comes, not before. */
function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
