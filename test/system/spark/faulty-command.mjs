// Stands before the command and does to it what happens on a cluster: on a line with a mark it dies, hangs, is slow once, or
// takes its worker or its executor with it once. Usage: faulty-command.mjs COMMAND.js ARGUMENTS…; FAULTS names a folder for notes.
import { spawn } from "node:child_process"
import { appendFileSync, readFileSync, writeFileSync } from "node:fs"
import { createInterface } from "node:readline"

const [command, ...args] = process.argv.slice(2)
const notes = process.env.FAULTS
const SLOW_MS = 15_000

/** True the first time that it is asked for a name, over all processes. */
function first(name) {
  try {
    writeFileSync(`${notes}/${name}`, "", { flag: "wx" })
    return true
  } catch {
    return false
  }
}

const parentOf = (pid) => Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1])
const nameOf = (pid) => readFileSync(`/proc/${pid}/comm`, "utf8").trim()

/** The executor's own process: the nearest Java above this one. */
function executor() {
  let pid = process.ppid
  while (pid > 1 && nameOf(pid) !== "java") pid = parentOf(pid)
  return pid
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function suffer(line) {
  if (line.includes("[[crash]]")) process.exit(9)
  if (line.includes("[[hang]]")) await wait(3_600_000)
  if (line.includes("[[slow once]]") && first("slow")) await wait(SLOW_MS)
  if (line.includes("[[worker]]") && first("worker")) process.kill(process.ppid, "SIGKILL")
  if (line.includes("[[executor]]") && first("executor")) process.kill(executor(), "SIGKILL")
}

const coding = args.includes("--by-document")
const child = spawn(process.execPath, [command, ...args], {
  stdio: [coding ? "pipe" : "inherit", coding ? "pipe" : "inherit", "inherit"],
})
child.on("close", (code) => process.exit(code ?? 1))
process.on("exit", () => child.kill("SIGKILL"))
if (coding) {
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.includes("[[")) appendFileSync(`${notes}/attempts`, `${line.slice(0, 80)}\n`)
    await suffer(line)
    child.stdin.write(`${line}\n`)
    process.stdout.write(`${(await answers.next()).value}\n`)
  }
  child.stdin.end()
}
