import { readFileSync } from "node:fs"
import { StoreError } from "./store-error.ts"

/** DuckDB says "Conflicting lock is held in /usr/bin/node (PID 16696)", and adds this where the holder only reads. */
const LOCK_HOLDER = /lock is held in (\S+) [^(]*\(PID (\d+)\)/
const READS = /open this database in read-only mode/

/** A server's token may stand among its words. */
const withoutSecrets = (command: string): string => command.replace(/(--token[ =])\S+/g, "$1…")

/** The words with which a process was started, where the system tells them; else its program. */
function commandOf(pid: string, program: string): string {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")
    const named = words.findIndex((word) => /(?:^|\/)(?:chancery|main\.[jt]s)$/.test(word))
    return named === -1 ? program : withoutSecrets(`chancery ${words.slice(named + 1).join(" ")}`).trim()
  } catch {
    // Other systems have no /proc, and other users' processes may be hidden.
    return program
  }
}

/** The error that names who holds the record and what to do; undefined where opening it failed for another reason. */
export function lockedError(path: string, cause: unknown): StoreError | undefined {
  const message = cause instanceof Error ? cause.message : String(cause)
  const [, program, pid] = LOCK_HOLDER.exec(message) ?? []
  if (program === undefined || pid === undefined) {
    if (!/set lock on file/.test(message)) return undefined
    return new StoreError(`${path} is in use by another process. ${WRITING}`, { cause, problem: "in use" })
  }
  const holder = `${path} is in use by process ${pid} (${commandOf(pid, program)})`
  return new StoreError(
    READS.test(message) ? `${holder}, which reads it. ${READING}` : `${holder}. ${WRITING}`,
    {
      cause,
      problem: "in use",
    },
  )
}

const READING =
  "Others may read it meanwhile, but who writes must be alone: end that process, or give another path."
const WRITING =
  "While one process writes a record no other may open it: wait until it has ended, end it, or give another path. `chancery watch --serve` shows a record while it grows."
