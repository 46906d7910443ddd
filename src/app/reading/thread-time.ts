import { readFileSync } from "node:fs"

/** Milliseconds in a tick of Linux's process accounting: 100 a second on every architecture that Node runs on. */
const TICK_MS = 10
/** Fields of /proc/…/stat behind the command's closing parenthesis (proc(5)): the third comes first. */
const USER = 14 - 3
const SYSTEM = 15 - 3

interface CpuUsage {
  readonly user: number
  readonly system: number
}

const milliseconds = ({ user, system }: CpuUsage): number => (user + system) / 1000

/** Newer Nodes tell a thread's own time (`process.threadCpuUsage`). */
const ownUsage = (process as { readonly threadCpuUsage?: () => CpuUsage }).threadCpuUsage

function fromProc(): number | undefined {
  try {
    const stat = readFileSync("/proc/thread-self/stat", "latin1")
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    const ticks = Number(fields[USER]) + Number(fields[SYSTEM])
    return Number.isFinite(ticks) ? ticks * TICK_MS : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) return undefined
    throw error
  }
}

/**
 * Processor time that this thread has taken so far, in milliseconds. Where the system tells it of the whole process alone, that
 * is given: too much while several threads work.
 */
export const threadTime: () => number =
  ownUsage !== undefined
    ? () => milliseconds(ownUsage.call(process))
    : fromProc() !== undefined
      ? () => fromProc() ?? milliseconds(process.cpuUsage())
      : () => milliseconds(process.cpuUsage())
