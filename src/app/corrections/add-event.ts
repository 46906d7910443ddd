import { CorrectionError, checkCodes, correctDocument, type ReviewedEvent } from "../../correction/index.ts"
import { recordId } from "../../event/to-event.ts"
import { ANALYST, type JudgedFields, overlaps, type Span, type TextSpan } from "../../record/index.ts"
import { identified, type Store } from "../../store/index.ts"
import { splitSentences } from "../../text/sentences.ts"
import { tokenise } from "../../text/tokenise.ts"
import { ConflictError, followUp, type Hearing, reviewedEvent } from "./say-correction.ts"

/** Words that report an act take no more characters than this. */
const LONGEST_TRIGGER = 300

/** An event that an analyst found in an article and the coder did not. */
export interface Addition {
  readonly document: string
  readonly author: string
  readonly note: string | null
  /** The words that report it. */
  readonly trigger: Span
  readonly fields: JudgedFields
}

/** Adds the event to the corrections of the record and gives it as it stands; undefined where there is no such document. */
export async function addEvent(
  store: Store,
  { document: id, author, note, trigger: span, fields }: Addition,
  hearing: Hearing,
): Promise<ReviewedEvent | undefined> {
  const document = await store.document(id)
  if (document === null) return undefined
  const { text } = document.article
  const trigger = wordsAt(text, span)
  const type = fields.type
  if (type === null) throw new CorrectionError('"type" is null; an added event has one')
  checkCodes(fields, hearing)
  const { reviewed } = correctDocument({ ...document, text, events: document.coded }, hearing.codebook)
  const there = reviewed.find(
    ({ event, rejected, review }) =>
      !rejected &&
      (event.coder !== ANALYST || review.standing !== null) &&
      event.type === type &&
      event.trigger !== null &&
      overlaps(event.trigger, trigger),
  )
  if (there !== undefined)
    throw new ConflictError(`An event of type ${type} stands there already: “${there.event.evidence.text}”.`)
  // The id that the coder would give it: once it sees the event, both are one.
  const event = recordId(`${id}\u0000${type}\u0000${trigger.start}\u0000${trigger.end}`)
  const correction = identified({
    kind: "add",
    author,
    time: hearing.now().toISOString(),
    note,
    target: {
      document: id,
      contentHash: document.provenance.contentHash,
      event,
      trigger,
      ...sentenceAround(text, trigger),
    },
    coder: ANALYST,
    seen: fields,
    changes: {},
    undoes: null,
  })
  await store.addCorrections([correction])
  await followUp(store, hearing)
  return reviewedEvent(
    { ...document, corrections: [...document.corrections, correction] },
    event,
    hearing.codebook,
  )
}

function wordsAt(text: string, { start, end }: Span): TextSpan {
  const words = text.slice(start, end)
  if (end > text.length || words.trim() === "" || end - start > LONGEST_TRIGGER)
    throw new CorrectionError(
      `"trigger" is ${start} to ${end}; it must be 1 to ${LONGEST_TRIGGER} characters of the article, which has ${text.length}`,
    )
  return { start, end, text: words }
}

/** The sentence in which the words stand, and its number; from the first to the last where they stand in several. */
function sentenceAround(text: string, { start, end }: Span): { evidence: TextSpan; sentence: number } {
  const sentences = splitSentences(text, tokenise(text))
  const over = sentences.filter((one) => one.start < end && start < one.end)
  const from = Math.min(start, over[0]?.start ?? start)
  const to = Math.max(end, over.at(-1)?.end ?? end)
  return {
    evidence: { start: from, end: to, text: text.slice(from, to) },
    sentence: over[0] === undefined ? 0 : sentences.indexOf(over[0]),
  }
}
