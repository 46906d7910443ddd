import { spawn } from "node:child_process"
import { join } from "node:path"
import { ROOT } from "../bench/sample.ts"
import type { SparkEnvironment } from "./environment.ts"

export interface SparkRun {
  readonly inputs: readonly string[]
  readonly lake: string
  readonly partitions: number
  /** Spark's word for where it runs, "local-cluster[2,1,1024]". */
  readonly master: string
  /** The command that codes, as a shell has it. */
  readonly chancery: string
  readonly seconds?: number
  readonly mode?: string
  readonly settings?: Readonly<Record<string, string>>
}

export interface SparkOutcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly seconds: number
}

/** Submits the job and waits for its end. */
export function submit({ python, submit: command }: SparkEnvironment, run: SparkRun): Promise<SparkOutcome> {
  const settings = {
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": String(run.partitions),
    ...run.settings,
  }
  const args = [
    ...["--master", run.master, "--driver-memory", "1g"],
    ...Object.entries(settings).flatMap(([name, value]) => ["--conf", `${name}=${value}`]),
    join(ROOT, "spark/run.py"),
    ...run.inputs,
    ...["--lake", run.lake, "--partitions", String(run.partitions), "--chancery", run.chancery],
    ...(run.mode === undefined ? [] : ["--mode", run.mode]),
    ...(run.seconds === undefined ? [] : ["--seconds", String(run.seconds)]),
  ]
  const begun = performance.now()
  const child = spawn(command, args, {
    env: {
      ...process.env,
      PYSPARK_PYTHON: python,
      PYTHONPATH: join(ROOT, "spark"),
      SPARK_LOCAL_IP: "127.0.0.1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let stdout = ""
  let stderr = ""
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk
  })
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk
  })
  return new Promise((resolve, reject) => {
    child.on("error", reject)
    child.on("close", (status) =>
      resolve({ status, stdout, stderr, seconds: (performance.now() - begun) / 1000 }),
    )
  })
}
