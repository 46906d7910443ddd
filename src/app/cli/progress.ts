import { SingleBar } from "cli-progress"

/** A line on the terminal that tells how far the work is; on anything but a terminal it stays silent. */
export interface Progress {
  readonly add: (step: { readonly documents: number; readonly events: number }) => void
  /** Prints a message above the line. */
  readonly note: (message: string) => void
  readonly stop: () => void
}

const print = (message: string): void => {
  process.stderr.write(`${message}\n`)
}

const SILENT: Progress = { add: () => {}, note: print, stop: () => {} }

/** Below this many milliseconds no line is shown: the work is over before it could be read. */
const DELAY_MS = 400

export interface ProgressOptions {
  /** Documents expected; unknown for streams. */
  readonly total?: number
  /** Whether events are counted beside documents. */
  readonly countEvents: boolean
}

/** Starts a progress line on stderr. */
export function startProgress({ total, countEvents }: ProgressOptions): Progress {
  if (!process.stderr.isTTY) return SILENT
  const events = countEvents ? ", {events} events" : ""
  const bar = new SingleBar({
    format: total === undefined ? `{value} documents${events}` : `{bar} {value}/{total} documents${events}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: null,
    barsize: 24,
    fps: 8,
  })
  const begun = performance.now()
  let started = false
  let documents = 0
  let found = 0
  const clear = (): void => {
    if (started) process.stderr.write("\r\x1b[K")
  }
  return {
    add: (step) => {
      documents += step.documents
      found += step.events
      if (!started && performance.now() - begun > DELAY_MS) {
        bar.start(total ?? 0, 0, { events: 0 })
        started = true
      }
      if (started) bar.update(documents, { events: found })
    },
    note: (message) => {
      clear()
      print(message)
    },
    stop: () => {
      if (started) bar.stop()
      clear()
    },
  }
}
