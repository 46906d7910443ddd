import { openRecord } from "../open-record.ts"
import { SOME_LOST } from "./exit-codes.ts"

const whole = (value: number): string => value.toLocaleString("en-US")

/** Prints every mismatch on its own line, and what was looked at. */
export async function verifyStore(path: string): Promise<void> {
  const store = await openRecord(path)
  try {
    const { documents, events, happenings, mismatches } = await store.verify(({ kind, id, problem }) =>
      process.stdout.write(`${kind} ${id}: ${problem}\n`),
    )
    const looked = `${whole(documents)} documents, ${whole(events)} events and ${whole(happenings)} happenings`
    process.stdout.write(
      mismatches === 0 ? `${looked}: all agree\n` : `${looked}: ${whole(mismatches)} mismatches\n`,
    )
    if (mismatches > 0) process.exitCode = SOME_LOST
  } finally {
    await store.close()
  }
}
