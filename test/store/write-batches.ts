// Writes batches to the record named on the command line without end, and says so after each: "stored 7".
// The test of crashes kills it.
import { createRecordLinker } from "../../src/app/record-linker.ts"
import { createOutlets } from "../../src/codebook/outlets.ts"
import { openStore } from "../../src/store/index.ts"
import { batchOf } from "./crash-batches.ts"

const [path = "", first = "0"] = process.argv.slice(2)
const store = await openStore(path)
const linker = createRecordLinker(createOutlets([]))
for (let batch = Number(first); ; batch++) {
  await store.putBatch(batchOf(batch), { coder: "chancery test" })
  process.stdout.write(`stored ${batch}\n`)
  if (batch % 3 === 2) await store.relink(linker)
}
