import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const ROOT = join(import.meta.dirname, "..")
const COMMAND = join(ROOT, "dist/app/cli/main.js")
const OUTLETS = ["--outlets", join(ROOT, "examples/outlets.tsv")]
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/

/** A running server over the examples' record. */
export interface ServedRecord {
  /** "http://127.0.0.1:4180", without a slash at the end. */
  readonly address: string
  readonly close: () => Promise<void>
}

/**
 * Serves a store with the built command on a free port. Without a store, the articles of examples/news are coded into one
 * in a temporary folder, which goes when the server is closed.
 */
export async function serveExamples(store?: string): Promise<ServedRecord> {
  const folder = store === undefined ? mkdtempSync(join(tmpdir(), "chancery-examples-")) : undefined
  const file = store ?? join(folder ?? "", "examples.duckdb")
  const clear = () => folder !== undefined && rmSync(folder, { recursive: true, force: true })
  try {
    if (store === undefined) await finish(["run", join(ROOT, "examples/news"), "--store", file, ...OUTLETS])
    const { address, stop } = await serve(file)
    return { address, close: () => stop().then(() => void clear()) }
  } catch (error) {
    clear()
    throw error
  }
}

const start = (args: readonly string[]) =>
  spawn(process.execPath, [COMMAND, ...args], { stdio: ["ignore", "pipe", "pipe"] })

function finish(args: readonly string[]): Promise<void> {
  const child = start(args)
  let said = ""
  child.stderr.on("data", (chunk) => {
    said += chunk
  })
  child.stdout.resume()
  return new Promise((done, failed) =>
    child.on("close", (code) =>
      code === 0 ? done() : failed(new Error(`chancery ${args[0]} ended with ${code}:\n${said}`)),
    ),
  )
}

function serve(file: string): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const child = start(["serve", "--store", file, "--port", "0", ...OUTLETS])
  const ended = new Promise<void>((done) => child.on("close", () => done()))
  const stop = () => {
    child.kill("SIGTERM")
    return ended
  }
  let said = ""
  child.stderr.on("data", (chunk) => {
    said += chunk
  })
  return new Promise((found, failed) => {
    child.stdout.on("data", (chunk) => {
      const address = ADDRESS.exec(String(chunk))?.[0]
      if (address !== undefined) found({ address, stop })
    })
    void ended.then(() => failed(new Error(`chancery serve ended before it listened:\n${said}`)))
  })
}
