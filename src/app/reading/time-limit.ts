import { Script } from "node:vm"
import { threadTime } from "./thread-time.ts"

/** Work that took longer than it may. */
export class TimeLimitError extends Error {
  override readonly name = "TimeLimitError"
  /** Where a busy machine gave the work less processor time than it may take: how long a second try may last by the clock. */
  readonly patience: number | undefined

  constructor(message: string, patience?: number) {
    super(message)
    this.patience = patience
  }
}

/** One document may take so much processor time: a thousand times what an article takes. */
export const TIME_LIMIT_MS = 60_000
/** A second try lasts so many times the limit at most, by the clock, however busy the machine is. */
const MOST_PATIENCE = 10
/** Room in the estimate of how long a second try lasts, as the machine may become busier. */
const MARGIN = 1.5
/** From this share of its limit on, work has had its time: the clock starts a little before the work. */
const HAD_ITS_TIME = 0.9

const WORK = Symbol.for("chancery.work")
const script = new Script(`globalThis[Symbol.for("chancery.work")]()`)

/**
 * Does synchronous work and gives its result; throws TimeLimitError where it takes longer than `milliseconds` (or `byTheClock`,
 * on a second try). The work is stopped wherever it is, inside a regular expression too, so that what it was changing may be left
 * half changed. Node can stop work by the clock alone; what processor time it had by then tells whether it is to blame.
 */
export function withinTime<T>(work: () => T, milliseconds: number, byTheClock = milliseconds): T {
  const host = globalThis as { [WORK]?: () => void }
  let result: { readonly value: T } | undefined
  host[WORK] = () => {
    result = { value: work() }
  }
  const before = threadTime()
  try {
    script.runInThisContext({ timeout: byTheClock })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error
    const patience = patienceFor(threadTime() - before, milliseconds)
    throw new TimeLimitError(
      `it took longer than ${milliseconds / 1000} s`,
      byTheClock > milliseconds ? undefined : patience,
    )
  } finally {
    delete host[WORK]
  }
  return result!.value
}

/** How long a second try may last by the clock, in milliseconds; undefined where the work has had the time that it may take. */
export function patienceFor(taken: number, limit: number): number | undefined {
  if (taken >= HAD_ITS_TIME * limit) return undefined
  return Math.round(limit * Math.min(MOST_PATIENCE, Math.max(MARGIN, (MARGIN * limit) / Math.max(taken, 1))))
}

/** As `withinTime`, with the second try that a busy machine asks for; for work that leaves nothing half changed. */
export function withinOwnTime<T>(work: () => T, milliseconds: number): T {
  try {
    return withinTime(work, milliseconds)
  } catch (error) {
    if (!(error instanceof TimeLimitError) || error.patience === undefined) throw error
    return withinTime(work, milliseconds, error.patience)
  }
}
