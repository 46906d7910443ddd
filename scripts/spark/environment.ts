import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../bench/sample.ts"

const VENV = join(ROOT, "spark/.venv")
const PYTHON = join(VENV, "bin/python")
const SUBMIT = join(VENV, "bin/spark-submit")
/** Spark 4 runs on Java 17 and later. */
const FEWEST_JAVA = 17

/** Where Spark is: its own Python environment beside the driver. */
export interface SparkEnvironment {
  readonly python: string
  readonly submit: string
}

function run(command: string, args: readonly string[]): void {
  const { status, error, stderr } = spawnSync(command, args, { encoding: "utf8" })
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? stderr}`)
}

function checkJava(): void {
  const { stderr = "" } = spawnSync("java", ["-version"], { encoding: "utf8" })
  const version = Number(/version "(\d+)/.exec(stderr ?? "")?.[1] ?? 0)
  if (version < FEWEST_JAVA)
    throw new Error(
      `Spark needs Java ${FEWEST_JAVA} or later, ${version === 0 ? "and there is none" : `not ${version}`}: install it, on Debian with: apt-get install openjdk-17-jre-headless`,
    )
}

/** Makes the environment where it is missing: Spark and the checkers of its driver, from their registry. */
export function ensureSpark(): SparkEnvironment {
  checkJava()
  if (!existsSync(SUBMIT) || !existsSync(join(VENV, "bin/mypy"))) {
    process.stderr.write("Installing Spark into spark/.venv …\n")
    run("python3", ["-m", "venv", VENV])
    run(PYTHON, ["-m", "pip", "install", "-q", "pyspark>=4.0,<5", "ruff", "mypy"])
  }
  return { python: PYTHON, submit: SUBMIT }
}
