import type { Event, Happening } from "../../record/index.ts"
import type { Row, Transaction } from "../database.ts"
import type { DocumentMeta, Linker, RelinkOutcome } from "../store.ts"
import { HAPPENING_EVENTS, HAPPENING_PAIRS, HAPPENINGS, happeningRow, pairRow } from "../tables.ts"
import { eventOf, metaOf } from "./standing-rows.ts"

/** Events that are fetched at a time; a group that is larger is fetched whole. */
const EVENTS_A_TIME = 4096

/** Links the groups of the temporary table `grouped` (row, part) one after another and writes their happenings. */
export async function linkGroups(transaction: Transaction, linker: Linker): Promise<RelinkOutcome> {
  const outcome = { events: 0, happenings: 0 }
  for (const { first, last } of await stretchesOfGroups(transaction)) {
    // A group is called by its first row, so that those of one stretch stand near one another where the news came in its order.
    const rows = await transaction.read(
      `SELECT g.part, s.* FROM standing s
       JOIN (SELECT row, part FROM grouped WHERE part BETWEEN $first AND $last) g ON g.row = s.row
       WHERE s.row >= $first ORDER BY g.part, s.document, s.position`,
      { first, last },
    )
    const linked = [...groupsOf(rows)].flatMap((group) => linkGroup(group, linker))
    await write(transaction, linked, linker)
    outcome.events += rows.length
    outcome.happenings += linked.length
  }
  return outcome
}

interface Stretch {
  readonly first: number
  readonly last: number
}

/** Groups, by the numbers of the first and the last, whose events are fetched together. */
async function stretchesOfGroups(transaction: Transaction): Promise<Stretch[]> {
  const stretches: Stretch[] = []
  let open: { first: number; last: number; events: number } | undefined
  await transaction.each(
    "SELECT part, count(*)::INTEGER AS events FROM grouped GROUP BY part ORDER BY part",
    (row) => {
      const part = row.part as number
      const events = row.events as number
      if (open === undefined || open.events + events > EVENTS_A_TIME) {
        open = { first: part, last: part, events: 0 }
        stretches.push(open)
      }
      open.last = part
      open.events += events
    },
  )
  return stretches
}

function* groupsOf(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; ) {
    let to = from + 1
    while (to < rows.length && rows[to]!.part === rows[from]!.part) to++
    yield rows.slice(from, to)
    from = to
  }
}

interface Linked {
  readonly happening: Happening
  readonly headline: string
}

function linkGroup(rows: readonly Row[], linker: Linker): Linked[] {
  const documents = new Map<string, DocumentMeta>(rows.map((row) => [String(row.document), metaOf(row)]))
  const events = new Map<string, Event>(rows.map(eventOf).map((event) => [event.id, event]))
  return linker.link([...events.values()], documents).map((happening) => ({
    happening,
    headline: events.get(happening.bestEvent)?.evidence.text ?? "",
  }))
}

async function write(transaction: Transaction, linked: readonly Linked[], linker: Linker): Promise<void> {
  await transaction.append(
    HAPPENINGS,
    linked.map(({ happening, headline }) => happeningRow(happening, headline)),
  )
  await transaction.append(
    HAPPENING_EVENTS,
    linked.flatMap(({ happening }) => happening.events.map((event) => [happening.id, event])),
  )
  await transaction.append(
    HAPPENING_PAIRS,
    linked.flatMap(({ happening }) => linker.pairs(happening).map((pair) => pairRow(happening, pair))),
  )
}
