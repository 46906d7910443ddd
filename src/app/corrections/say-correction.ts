import type { Codebook } from "../../codebook/codebook.ts"
import {
  CorrectionError,
  changedFields,
  checkCodes,
  correctDocument,
  type Draft,
  type ReviewedEvent,
} from "../../correction/index.ts"
import {
  ANALYST,
  type CorrectionKind,
  type JudgedFields,
  type JudgedParty,
  type Review,
} from "../../record/index.ts"
import { identified, type Linker, type Store, type StoredDocument } from "../../store/index.ts"

/** What an analyst says of an event. */
export interface Saying {
  /** Id of the event as it is coded now. */
  readonly event: string
  readonly kind: Exclude<CorrectionKind, "add">
  readonly author: string
  readonly note: string | null
  readonly changes: Partial<JudgedFields>
  /** The correction that the analyst saw standing, null for none; undefined does not ask. */
  readonly after?: string | null
}

/** What saying it needs beside the store. */
export interface Hearing {
  readonly codebook: Codebook
  readonly isCountry: (code: string) => boolean
  readonly now: () => Date
  /** Links anew what the correction touches, where it is the one by which the record is linked. */
  readonly linker?: Linker
}

/** Somebody else said something meanwhile, or there is nothing to take back. */
export class ConflictError extends Error {
  override readonly name = "ConflictError"
}

/** Adds what an analyst says to the record, and gives the event as it stands then; undefined where there is none of that id. */
export async function sayCorrection(
  store: Store,
  saying: Saying,
  hearing: Hearing,
): Promise<ReviewedEvent | undefined> {
  const id = await store.documentOfEvent(saying.event)
  const document = id === null ? null : await store.document(id)
  if (document === null) return undefined
  const before = reviewedEvent(document, saying.event, hearing.codebook)
  if (before === undefined) return undefined
  const correction = identified(toDraft(saying, before, document, hearing))
  await store.addCorrections([correction])
  await followUp(store, hearing)
  const corrections = [...document.corrections, correction]
  return reviewedEvent({ ...document, corrections }, saying.event, hearing.codebook)
}

/** Links anew what a correction touches. */
export async function followUp(store: Store, { linker }: Pick<Hearing, "linker">): Promise<void> {
  if (linker !== undefined && (await store.linkedBy()) === linker.version) await store.relink(linker)
}

export function reviewedEvent(
  { article, coded, corrections }: StoredDocument,
  event: string,
  codebook: Codebook,
): ReviewedEvent | undefined {
  const { reviewed } = correctDocument({ text: article.text, events: coded, corrections }, codebook)
  return reviewed.find((one) => one.event.id === event)
}

function toDraft(
  saying: Saying,
  before: ReviewedEvent,
  { id, provenance, coded }: StoredDocument,
  hearing: Hearing,
): Draft {
  const { kind, author, note, after } = saying
  const { review, fields } = before
  if (after !== undefined && after !== (review.standing?.id ?? null))
    throw new ConflictError("Somebody corrected this event meanwhile. Look at it again.")
  // What an analyst added was never coded.
  const event = coded.find((one) => one.id === saying.event) ?? before.event
  return {
    kind,
    author,
    time: later(hearing.now(), review),
    note,
    target: {
      document: id,
      contentHash: provenance.contentHash,
      event: event.id,
      evidence: event.evidence,
      trigger: event.trigger,
    },
    coder: event.coder === ANALYST ? ANALYST : provenance.coder,
    seen: fields,
    changes: kind === "fix" ? realChanges(saying.changes, fields, hearing) : noChanges(saying),
    undoes: kind === "undo" ? ownNewest(author, review) : null,
  }
}

/** The moment, and always after what was said of the event before, so that the newest word is the newest. */
function later(now: Date, { history }: Review): string {
  const last = Math.max(0, ...history.map(({ time }) => Date.parse(time)))
  return new Date(Math.max(now.getTime(), last + 1)).toISOString()
}

function noChanges({ kind, changes }: Saying): Partial<JudgedFields> {
  if (Object.keys(changes).length === 0) return {}
  throw new CorrectionError(`"changes" are given, but only a fix has some, and this is "${kind}"`)
}

/** The fields that do read otherwise. Participants that stay keep the words that name them. */
function realChanges(
  changes: Partial<JudgedFields>,
  fields: JudgedFields,
  known: Hearing,
): Partial<JudgedFields> {
  const wanted: JudgedFields = { ...fields, ...changes }
  checkCodes(wanted, known)
  const changed = changedFields(fields, wanted)
  if (changed.length === 0)
    throw new CorrectionError('"changes" hold nothing that reads otherwise; confirm the event instead')
  const parties = [...fields.actors, ...fields.recipients]
  const spoken = (side: readonly JudgedParty[]): JudgedParty[] =>
    side.map((party) => ({ ...party, span: party.span ?? spanOf(party, parties) }))
  const whole = { ...wanted, actors: spoken(wanted.actors), recipients: spoken(wanted.recipients) }
  return Object.fromEntries(changed.map((field) => [field, whole[field]])) as Partial<JudgedFields>
}

const spanOf = (party: JudgedParty, parties: readonly JudgedParty[]): JudgedParty["span"] =>
  parties.find(({ name, country }) => name === party.name && country === party.country)?.span ?? null

function ownNewest(author: string, { history }: Review): string {
  const own = history.filter((one) => one.author === author && one.kind !== "undo" && !one.undone)
  const newest = own.at(-1)
  if (newest === undefined) throw new ConflictError(`${author} has said nothing of this event that stands.`)
  return newest.id
}
