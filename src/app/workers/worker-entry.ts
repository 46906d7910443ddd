import { parentPort, workerData } from "node:worker_threads"
import type { TaskModule } from "./ordered-map.ts"

/** What a worker is started with. */
export interface WorkerSettings {
  readonly module: string
  readonly settings: unknown
}

export interface ToWorker<I> {
  readonly index: number
  readonly input: I
}
export type FromWorker<O> =
  | { readonly index: number; readonly output: O }
  | { readonly index: number; readonly error: Error }

/** A worker thread: makes the task once, then maps one input after another. */
async function serve(port: NonNullable<typeof parentPort>): Promise<void> {
  const { module, settings } = workerData as WorkerSettings
  const { createTask } = (await import(module)) as TaskModule<unknown, unknown>
  const task = await createTask(settings as never)
  port.on("message", async ({ index, input }: ToWorker<unknown>) => {
    try {
      const answer: FromWorker<unknown> = { index, output: await task(input) }
      port.postMessage(answer)
    } catch (error) {
      const answer: FromWorker<unknown> = {
        index,
        error: error instanceof Error ? error : new Error(String(error)),
      }
      port.postMessage(answer)
    }
  })
}

if (parentPort !== null) await serve(parentPort)
