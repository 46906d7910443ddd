import { Worker } from "node:worker_threads"
import type { FromWorker, ToWorker, WorkerSettings } from "./worker-entry.ts"

export interface Job {
  /** Address of the module that exports `createTask`. */
  readonly module: URL
  /** Handed to `createTask`; must survive a structured clone. */
  readonly settings: unknown
  readonly workers: number
  /** The worker threads' own file, where it is not the one beside this module. */
  readonly entry?: URL
}

interface Pending<O> {
  readonly resolve: (output: O) => void
  readonly reject: (error: Error) => void
}

interface Running<O> {
  readonly worker: Worker
  readonly pending: Map<number, Pending<O>>
}

export interface Pool<I, O> {
  readonly run: (input: I) => Promise<O>
  readonly stop: () => Promise<void>
}

const ENTRY = new URL("./worker-entry.js", import.meta.url)

/** Starts worker threads as inputs come, up to the number given; each input goes to the least busy one. */
export function startPool<I, O>({ module, settings, workers, entry = ENTRY }: Job): Pool<I, O> {
  const threads: Running<O>[] = []
  let count = 0
  let stopped = false

  const fail = (thread: Running<O>, error: Error): void => {
    for (const { reject } of thread.pending.values()) reject(error)
    thread.pending.clear()
  }
  const start = (): Running<O> => {
    const workerData: WorkerSettings = { module: module.href, settings }
    const thread: Running<O> = { worker: new Worker(entry, { workerData }), pending: new Map() }
    thread.worker.on("message", (message: FromWorker<O>) => {
      const waiting = thread.pending.get(message.index)
      thread.pending.delete(message.index)
      if ("output" in message) waiting?.resolve(message.output)
      else waiting?.reject(message.error)
    })
    thread.worker.on("error", (error) => fail(thread, error as Error))
    thread.worker.on("exit", (code) => {
      if (!stopped) fail(thread, new Error(`a worker ended early (exit code ${code})`))
    })
    threads.push(thread)
    return thread
  }
  const pick = (): Running<O> => {
    const idle = threads.find(({ pending }) => pending.size === 0)
    if (idle !== undefined) return idle
    if (threads.length < workers) return start()
    return threads.reduce((best, thread) => (thread.pending.size < best.pending.size ? thread : best))
  }
  return {
    run: (input) =>
      new Promise((resolve, reject) => {
        const thread = pick()
        const index = count++
        thread.pending.set(index, { resolve, reject })
        const message: ToWorker<I> = { index, input }
        thread.worker.postMessage(message)
      }),
    stop: async () => {
      stopped = true
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}
