/** Writes to standard output, waiting where the reader is slower than we are. */
export function writeOut(text: string): Promise<void> | undefined {
  if (text === "" || process.stdout.write(text)) return undefined
  return new Promise((resolve) => process.stdout.once("drain", resolve))
}

/** Ends quietly once the reader of our output has gone, as in `chancery code … | head`. */
export function endWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(process.exitCode ?? 0)
    throw error
  })
  process.stderr.on("error", () => {})
}
