/** Processor time that this process has taken so far, all its threads together, in seconds: the same on a busy machine, nearly. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
