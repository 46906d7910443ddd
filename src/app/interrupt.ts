/** A second Ctrl-C sooner than this is the first one again, passed on by the programs that started us. */
const ECHO_MS = 1000
const INTERRUPTED = 130

/**
 * A signal that aborts at the first Ctrl-C (or SIGTERM), so that work can be put down in order; `onStop` tells the user. One that
 * is pressed again later ends the process at once.
 */
export function stopOnInterrupt(onStop: () => void = () => {}): AbortSignal {
  const controller = new AbortController()
  let asked: number | undefined
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (asked === undefined) {
        asked = performance.now()
        onStop()
        controller.abort()
      } else if (performance.now() - asked > ECHO_MS) process.exit(INTERRUPTED)
    })
  return controller.signal
}

/** Resolves once the signal is aborted. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener("abort", () => resolve(), { once: true })
  })
