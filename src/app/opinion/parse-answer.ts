import {
  type Article,
  EVENT_TYPES,
  type Event,
  type EventType,
  overlaps,
  type Span,
  STATUSES,
  type Status,
  type TextSpan,
  textSpan,
} from "../../record/index.ts"
import type { OpinionItem } from "../../store/index.ts"
import { shownEvents, shownText } from "./prompt.ts"

/** What of an answer can be kept, and why the rest was thrown away. */
export interface ParsedAnswer {
  readonly items: readonly OpinionItem[]
  readonly refused: readonly string[]
}

const SHORTEST_EVIDENCE = 8
const LONGEST_EVIDENCE = 1000
const SHORTEST_NAME = 2
const LONGEST_NAME = 200
const LONGEST_REASON = 300
/** Of one kind in one answer: beyond it is no reading of an article. */
const MOST_ITEMS = 200

type Fields = Readonly<Record<string, unknown>>

class Refusal extends Error {}

/**
 * Reads the answer of a second coder. Only what it quotes as it stands in the article is kept, under numbers and codes that exist;
 * the rest is counted and named. Never throws, whatever the answer is.
 */
export function parseAnswer(content: string, article: Article, events: readonly Event[]): ParsedAnswer {
  const whole = parseObject(content)
  if (whole === undefined) return { items: [], refused: ["the answer is no JSON object"] }
  const text = shownText(article.text)
  const shown = shownEvents(events)
  const refused: string[] = []
  const keep = <T>(read: () => T): T[] => {
    try {
      return [read()]
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push(error.message)
      return []
    }
  }
  const judged = new Set<string>()
  const verdicts = listOf(whole.verdicts, "verdicts", refused).flatMap((fields) =>
    keep(() => readVerdict(fields, text, shown, judged)),
  )
  const proposals = listOf(whole.proposals, "proposals", refused).flatMap((fields) =>
    keep(() => readProposal(fields, text, shown)),
  )
  return { items: [...verdicts, ...proposals], refused }
}

/** The object in an answer, also where a fence of Markdown is around it. */
function parseObject(content: string): Fields | undefined {
  const bare = content
    .trim()
    .replace(/^```[a-z]{0,10}\s/i, "")
    .replace(/```$/, "")
  try {
    const parsed: unknown = JSON.parse(bare)
    return isFields(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value)

function listOf(value: unknown, name: string, refused: string[]): Fields[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) {
    refused.push(`${name} is no list`)
    return []
  }
  const fields = value.filter(isFields)
  const lost = value.length - Math.min(fields.length, MOST_ITEMS)
  for (let at = 0; at < Math.min(lost, MOST_ITEMS); at++)
    refused.push(`an entry of ${name} is no object, or one too many`)
  return fields.slice(0, MOST_ITEMS)
}

function readVerdict(
  fields: Fields,
  text: string,
  shown: readonly Event[],
  judged: Set<string>,
): OpinionItem {
  const event = typeof fields.event === "number" ? shown[fields.event - 1] : undefined
  if (event === undefined) throw new Refusal(`there is no event ${brief(fields.event)}`)
  const kind = fields.verdict
  if (kind !== "confirm" && kind !== "doubt")
    throw new Refusal(`the verdict ${brief(kind)} is neither confirm nor doubt`)
  const evidence = quoted(fields.evidence, text, event.evidence)
  if (judged.has(event.id)) throw new Refusal(`event ${fields.event} is judged twice`)
  judged.add(event.id)
  return { kind, event: event.id, evidence, reason: reasonOf(fields.reason) }
}

function readProposal(fields: Fields, text: string, shown: readonly Event[]): OpinionItem {
  const type = EVENT_TYPES.find((code) => code === fields.type)
  if (type === undefined) throw new Refusal(`${brief(fields.type)} is no category of PLOVER`)
  const status = STATUSES.find((code) => code === fields.status)
  if (status === undefined) throw new Refusal(`${brief(fields.status)} is no status`)
  const evidence = quoted(fields.evidence, text)
  refuseKnown(type, status, evidence, shown)
  const actors = namesOf(fields.actors, text, evidence)
  const recipients = namesOf(fields.recipients, text, evidence)
  if (actors.length + recipients.length === 0) throw new Refusal("a proposal names nobody")
  return { kind: "propose", type, status, actors, recipients, evidence, reason: reasonOf(fields.reason) }
}

function refuseKnown(type: EventType, status: Status, evidence: Span, shown: readonly Event[]): void {
  if (
    shown.some(
      (event) => event.type === type && event.status === status && overlaps(event.evidence, evidence),
    )
  )
    throw new Refusal(`the ${type} that is proposed is coded already`)
}

/** Where the words stand in the text: of several places the one nearest to `near`. */
function quoted(
  words: unknown,
  text: string,
  near: Span = { start: 0, end: 0 },
  { shortest = SHORTEST_EVIDENCE, longest = LONGEST_EVIDENCE } = {},
): TextSpan {
  const bare = typeof words === "string" ? words.trim() : ""
  if (bare.length < shortest || bare.length > longest)
    throw new Refusal(`${brief(words)} is no quotation of ${shortest} to ${longest} characters`)
  let best = -1
  for (let at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1))
    if (best < 0 || Math.abs(at - near.start) < Math.abs(best - near.start)) best = at
  if (best < 0) throw new Refusal(`${brief(bare)} does not stand in the text`)
  return textSpan(text, best, best + bare.length)
}

function namesOf(names: unknown, text: string, evidence: Span): TextSpan[] {
  if (names === undefined || names === null) return []
  if (!Array.isArray(names)) throw new Refusal("actors and recipients must be lists")
  const limits = { shortest: SHORTEST_NAME, longest: LONGEST_NAME }
  return names.slice(0, MOST_ITEMS).map((name) => quoted(name, text, evidence, limits))
}

/** A sentence for people: no line breaks, no characters that steer terminals, and not too long. */
const reasonOf = (reason: unknown): string | null => {
  if (typeof reason !== "string") return null
  const bare = reason.replaceAll(/[\p{C}\p{Z}]+/gu, " ").trim()
  return bare === "" ? null : bare.slice(0, LONGEST_REASON)
}

const LONGEST_SHOWN = 60
const brief = (value: unknown): string =>
  (reasonOf(JSON.stringify(value) ?? "nothing") ?? "").slice(0, LONGEST_SHOWN)
