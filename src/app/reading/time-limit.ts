import { Script } from "node:vm"

/** Work that took longer than it may. */
export class TimeLimitError extends Error {
  override readonly name = "TimeLimitError"
}

/** One document may take so long: a thousand times what an article takes. */
export const TIME_LIMIT_MS = 60_000

const WORK = Symbol.for("chancery.work")
const script = new Script(`globalThis[Symbol.for("chancery.work")]()`)

/**
 * Does synchronous work and gives its result; throws TimeLimitError where it takes longer than `milliseconds`. The work is stopped
 * wherever it is, inside a regular expression too, so that what it was changing may be left half changed.
 */
export function withinTime<T>(work: () => T, milliseconds: number): T {
  const host = globalThis as { [WORK]?: () => void }
  let result: { readonly value: T } | undefined
  host[WORK] = () => {
    result = { value: work() }
  }
  try {
    script.runInThisContext({ timeout: milliseconds })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      throw new TimeLimitError(`it took longer than ${milliseconds / 1000} s`)
    throw error
  } finally {
    delete host[WORK]
  }
  return result!.value
}
