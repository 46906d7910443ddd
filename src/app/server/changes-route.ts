import { setTimeout } from "node:timers/promises"
import { Type } from "typebox"
import { happeningRow } from "../../view/index.ts"
import { cursor, placeCursor, readPlace } from "./cursor.ts"
import { EVENT_STREAM, eventStream, type SentEvent } from "./event-stream.ts"
import { route, type Served } from "./route.ts"

/** Milliseconds between two looks at the record, and between two signs of life where nothing changes. */
const LOOK = 1000
const SIGN_OF_LIFE = 15_000
/** Happenings that are read at a time. */
const A_TIME = 500

/** `record`: how much it holds now; `happening`: a row of one that is new, or of which more is told. */
export const changesRoute = route({
  method: "GET",
  path: "/changes",
  summary:
    "Server-sent events: `record` with the record's figures at first and whenever it is written, `happening` for each that is new or of which more is told. Last-Event-ID, or the cursor, goes on where a client left off.",
  query: Type.Object({ cursor }),
  answer: eventStream,
  media: EVENT_STREAM,
  unsettled: true,
  handle: ({ query, lastEventId }, served) => changes(lastEventId ?? query.cursor, served),
})

async function* changes(left: string | undefined, { store, ...names }: Served): AsyncGenerator<SentEvent> {
  let after = readPlace(left, () => true) ?? (await store.lastStored())
  let seen: number | undefined
  let quiet = 0
  for (;;) {
    const writes = await store.writes()
    if (writes !== seen) {
      seen = writes
      quiet = 0
      const { documents, events, happenings, pairs } = await store.summary()
      yield { event: "record", data: { documents, events, happenings, pairs }, id: placeCursor(after) }
      for (let more = true; more; ) {
        const found = await store.happeningsStored(after, A_TIME)
        for (const one of found) {
          after = { at: one.stored, id: one.happening.id }
          yield { event: "happening", data: happeningRow(one, names), id: placeCursor(after) }
        }
        more = found.length === A_TIME
      }
    } else if (quiet >= SIGN_OF_LIFE) {
      quiet = 0
      yield {}
    }
    quiet += LOOK
    await setTimeout(LOOK)
  }
}
