import { parentPort, workerData } from "node:worker_threads"
import { createReader } from "chancery"

parentPort.postMessage(createReader(workerData.options).read(workerData.article).events)
