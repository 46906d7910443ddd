import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { join } from "node:path"
import { openStore } from "../../src/store/index.ts"

const COMMAND = join(import.meta.dirname, "../../dist/app/cli/main.js")
/** What a command needs before it reads anything, in milliseconds: kills before that stop nothing. */
const START_MS = 700

export interface Ended {
  readonly signal: NodeJS.Signals | null
  readonly status: number | null
  readonly milliseconds: number
  readonly stderr: string
}

/** Runs the built command; kills it with SIGKILL after so many milliseconds unless it ended before. */
export function runCommand(args: readonly string[], killAfter?: number): Promise<Ended> {
  const begun = performance.now()
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ["ignore", "ignore", "pipe"] })
  let stderr = ""
  child.stderr.setEncoding("utf8").on("data", (words: string) => {
    stderr = (stderr + words).slice(-10_000)
  })
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter)
  return new Promise((resolve) =>
    child.on("close", (status, signal) => {
      clearTimeout(timer)
      resolve({ signal, status, milliseconds: performance.now() - begun, stderr })
    }),
  )
}

/** Runs a command to its end; throws where it fails. */
export async function runToEnd(args: readonly string[]): Promise<Ended> {
  const ended = await runCommand(args)
  if (ended.status !== 0)
    throw new Error(`chancery ${args.join(" ")} ended with ${ended.status}: ${ended.stderr}`)
  return ended
}

/** Kills a command so often, at moments spread over what is left of its work, then lets it end; gives how often it was struck. */
export async function killAgainAndAgain(
  args: readonly string[],
  { kills, milliseconds, random }: { kills: number; milliseconds: number; random: () => number },
): Promise<number> {
  const work = Math.max(milliseconds - START_MS, 200)
  let struck = 0
  for (let at = 0; at < kills; at++) {
    const { signal } = await runCommand(args, START_MS + (random() * 2 * work) / (kills + 1))
    if (signal === "SIGKILL") struck++
  }
  await runToEnd(args)
  return struck
}

/** A digest of everything in a record but when it was stored; throws where the record contradicts itself. */
export async function contentOf(path: string): Promise<string> {
  const store = await openStore(path, { readOnly: true })
  try {
    const mismatches: unknown[] = []
    await store.verify((mismatch) => mismatches.push(mismatch))
    if (mismatches.length > 0) throw new Error(`${path}: ${JSON.stringify(mismatches.slice(0, 3))}`)
    const hash = createHash("sha256")
    let documents = 0
    for await (const { article, provenance } of store.exportDocuments({})) {
      const { stored: _, ...kept } = provenance
      hash.update(JSON.stringify([article, kept]))
      documents++
    }
    for await (const event of store.events()) hash.update(JSON.stringify(event))
    for await (const happening of store.happenings()) hash.update(JSON.stringify(happening))
    return `${documents} documents, ${hash.digest("hex")}`
  } finally {
    await store.close()
  }
}
