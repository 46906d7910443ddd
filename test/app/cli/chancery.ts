import { type SpawnSyncReturns, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { after } from "node:test"

export const ROOT = resolve(import.meta.dirname, "../../..")
export const COMMAND = join(ROOT, "dist/app/cli/main.js")

const build = spawnSync(process.execPath, [join(ROOT, "scripts/build.mjs"), "lib", "--stale"], {
  encoding: "utf8",
})
if (build.status !== 0) throw new Error(`the command could not be built:\n${build.stdout}${build.stderr}`)

/** Runs the built command in a folder, with `input` on its standard input. */
export const chancery = (
  args: readonly string[],
  { input = "", cwd = ROOT }: { readonly input?: string; readonly cwd?: string } = {},
): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [COMMAND, ...args], { input, cwd, encoding: "utf8", maxBuffer: 2 ** 28 })

/** The JSON lines of a text. */
export const parseLines = <T>(text: string): T[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T)

export const jsonLines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("")

/** A folder for one test file, removed after its tests. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "chancery-cli-"))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
