export interface BatchLimits<T> {
  readonly weight: (item: T) => number
  /** A batch is full once its items weigh this much, or are this many. */
  readonly weightLimit: number
  readonly countLimit: number
  /** A batch is given this long after its first item even if it is not full: a program that waits for our answer gets it. */
  readonly waitMs: number
}

export const OVERDUE = Symbol("overdue")

export interface Deadline {
  readonly passed: Promise<typeof OVERDUE>
  readonly cancel: () => void
}

/** A promise that resolves once the time has passed, unless it is cancelled. */
export function startDeadline(milliseconds: number): Deadline {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<typeof OVERDUE>((resolve) => {
    timer = setTimeout(resolve, milliseconds, OVERDUE)
  })
  return { passed, cancel: () => clearTimeout(timer) }
}

/** Cuts a stream of items into batches, in order. */
export async function* toBatches<T>(items: AsyncIterable<T>, limits: BatchLimits<T>): AsyncGenerator<T[]> {
  const iterator = items[Symbol.asyncIterator]()
  let next = iterator.next()
  for (let ended = false; !ended; ) {
    const first = await next
    if (first.done === true) return
    const batch = [first.value]
    let weight = limits.weight(first.value)
    next = iterator.next()
    const deadline = startDeadline(limits.waitMs)
    while (weight < limits.weightLimit && batch.length < limits.countLimit) {
      const result = await Promise.race([next, deadline.passed])
      if (result === OVERDUE) break
      if (result.done === true) {
        ended = true
        break
      }
      batch.push(result.value)
      weight += limits.weight(result.value)
      next = iterator.next()
    }
    deadline.cancel()
    yield batch
  }
}
