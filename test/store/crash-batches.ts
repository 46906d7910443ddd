import type { StoredReading } from "../../src/store/index.ts"
import { buildEvent } from "../happening/build-event.ts"

export const DOCUMENTS_A_BATCH = 40
export const EVENTS_A_DOCUMENT = 3

/** The batch of this number: always the same documents. */
export const batchOf = (batch: number): StoredReading[] =>
  Array.from({ length: DOCUMENTS_A_BATCH }, (_, at) => {
    const id = `batch ${batch} document ${at}`
    return {
      article: { id, text: "A text of some length. ".repeat(40), published: "2023-12-03" },
      events: Array.from({ length: EVENTS_A_DOCUMENT }, (_, n) =>
        buildEvent({
          id: `${id}#${n}`,
          document: id,
          actors: ["BLR"],
          recipients: [["CHN", "RUS", "POL"][n] ?? "CHN"],
          date: `2023-${String((batch % 12) + 1).padStart(2, "0")}-03`,
        }),
      ),
    }
  })
