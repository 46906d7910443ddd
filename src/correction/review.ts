import type { Correction, Dissent, JudgedField, JudgedFields, Review } from "../record/index.ts"
import { JUDGED_FIELDS } from "../record/index.ts"
import { changedFields, pick, sameField } from "./fields.ts"

/** What stands of an event after everything that was said of it. */
export interface Judged {
  readonly review: Review
  readonly rejected: boolean
  readonly fields: JudgedFields
}

/**
 * Weighs what analysts said of one event, whatever the order in which it comes. Told from the oldest on: a confirmation
 * holds every field as it was seen, an addition every field as it was given, a fix its changed fields alone, a rejection takes the event away until a later word
 * gives it back; what its author took back counts for nothing. So the newest word on each field holds.
 */
export function judge(coded: JudgedFields, corrections: readonly Correction[]): Judged {
  const history = inOrder(corrections)
  const undone = undoneIds(history)
  const live = history.filter(({ id, kind }) => kind !== "undo" && !undone.has(id))
  const outcome = live.reduce(said, { rejected: false, fields: coded })
  const newest = live.at(-1)
  return {
    ...outcome,
    review: {
      standing:
        newest === undefined || newest.kind === "undo"
          ? null
          : {
              id: newest.id,
              kind: newest.kind,
              author: newest.author,
              time: newest.time,
              note: newest.note,
              changed: changedFields(coded, outcome.fields),
              rejected: outcome.rejected,
            },
      coded,
      dissent: dissentOf(live, outcome),
      history: history.map((correction) => ({ ...correction, undone: undone.has(correction.id) })),
    },
  }
}

/** Oldest first; what was said at one moment in the order of its digests, so that the order of import makes no difference. */
export const inOrder = (corrections: readonly Correction[]): Correction[] =>
  [...new Map(corrections.map((one) => [one.id, one])).values()].sort(
    (a, b) => compare(a.time, b.time) || compare(a.id, b.id),
  )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What was taken back; only its author can. */
function undoneIds(history: readonly Correction[]): Set<string> {
  const authors = new Map(history.map(({ id, author }) => [id, author]))
  return new Set(
    history.flatMap(({ kind, undoes, author }) =>
      kind === "undo" && undoes !== null && authors.get(undoes) === author ? [undoes] : [],
    ),
  )
}

interface Outcome {
  readonly rejected: boolean
  readonly fields: JudgedFields
}

const said = (before: Outcome, { kind, seen, changes }: Correction): Outcome =>
  kind === "reject"
    ? { ...before, rejected: true }
    : { rejected: false, fields: isWhole(kind) ? seen : { ...before.fields, ...changes } }

/** Words that hold every field: a confirmation those that were seen, an addition its own. */
const isWhole = (kind: Correction["kind"]): boolean => kind === "confirm" || kind === "add"

/** Analysts whose own words, taken alone, say otherwise than what stands. */
function dissentOf(live: readonly Correction[], outcome: Outcome): Dissent[] {
  return [...new Set(live.map(({ author }) => author))].flatMap((author) => {
    const own = live.filter((correction) => correction.author === author)
    const { rejected, vouched } = own.reduce(vouch, { rejected: false, vouched: {} })
    const differing = JUDGED_FIELDS.filter((field) => vouchesOtherwise(field, vouched, outcome.fields))
    if (rejected === outcome.rejected && (rejected || differing.length === 0)) return []
    const fields = rejected ? {} : pick(vouched as JudgedFields, differing)
    return [{ author, time: own.at(-1)?.time ?? "", rejected, fields }]
  })
}

interface Vouched {
  readonly rejected: boolean
  readonly vouched: Partial<JudgedFields>
}

const vouch = ({ vouched }: Vouched, { kind, seen, changes }: Correction): Vouched =>
  kind === "reject"
    ? { rejected: true, vouched }
    : { rejected: false, vouched: isWhole(kind) ? seen : { ...vouched, ...changes } }

const vouchesOtherwise = (
  field: JudgedField,
  vouched: Partial<JudgedFields>,
  standing: JudgedFields,
): boolean => field in vouched && !sameField(field, { ...standing, ...vouched }, standing)
