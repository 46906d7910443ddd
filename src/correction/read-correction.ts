import { CORRECTION_KINDS, type Correction, type TextSpan } from "../record/index.ts"
import { object, offset, oneOf, orNull, words, wrong } from "./json.ts"
import { readAllFields, readSomeFields, readSpan } from "./read-fields.ts"

/** A correction before it has its digest. */
export type Draft = Omit<Correction, "id">

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/
const LONGEST_AUTHOR = 100
const LONGEST_NOTE = 2000
/** Ids are whatever the document gave: paths, addresses. */
const LONGEST_ID = 4000

export const readAuthor = (value: unknown): string => words(value, "author", LONGEST_AUTHOR)
export const readNote = (value: unknown): string | null =>
  value === "" ? null : orNull(value, (given) => words(given, "note", LONGEST_NOTE))

/** Reads a correction from JSON, its digest aside. Throws CorrectionError where it is none. */
export function readCorrection(value: unknown): Draft {
  const given = object(value, "correction")
  const target = object(given.target, "target")
  const kind = oneOf(given.kind, "kind", CORRECTION_KINDS)
  const changes = readSomeFields(given.changes ?? {}, "changes")
  if ((kind === "fix") !== Object.keys(changes).length > 0)
    throw wrong(
      "changes",
      given.changes,
      kind === "fix" ? "at least one field" : "empty: only a fix has some",
    )
  return {
    kind,
    author: readAuthor(given.author),
    time: moment(given.time),
    note: readNote(given.note),
    target: {
      document: words(target.document, "target.document", LONGEST_ID),
      contentHash: words(target.contentHash, "target.contentHash", LONGEST_ID),
      event: words(target.event, "target.event", LONGEST_ID),
      evidence: readTextSpan(target.evidence, "target.evidence"),
      trigger: orNull(target.trigger, (trigger) => readTextSpan(trigger, "target.trigger")),
      ...(target.sentence === undefined ? {} : { sentence: offset(target.sentence, "target.sentence") }),
    },
    coder: typeof given.coder === "string" ? given.coder : "",
    seen: readAllFields(given.seen, "seen"),
    changes,
    undoes: kind === "undo" ? words(given.undoes, "undoes", LONGEST_ID) : null,
  }
}

function moment(value: unknown): string {
  if (typeof value !== "string" || !MOMENT.test(value) || Number.isNaN(Date.parse(value)))
    throw wrong("time", value, "a time in UTC such as 2023-12-03T10:15:00.000Z")
  return new Date(value).toISOString()
}

function readTextSpan(value: unknown, field: string): TextSpan {
  const span = readSpan(value, field)
  const { text } = object(value, field)
  if (typeof text !== "string" || text.length !== span.end - span.start)
    throw wrong(`${field}.text`, text, "the words of the stretch, as long as it is")
  return { ...span, text }
}
