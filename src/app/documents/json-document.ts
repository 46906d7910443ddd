import type { ParticipantPair, Publisher, Span, Uncoded } from "../../record/index.ts"
import type { ArticleDraft } from "../../text/article-draft.ts"

/** A record that is no document; the message names the field, its value and what is expected. */
export class DocumentError extends Error {
  override readonly name = "DocumentError"
}

/** A document, and what was passed over in it. */
export interface JsonDocument {
  readonly draft: ArticleDraft
  readonly warnings: readonly string[]
}

type Json = Readonly<Record<string, unknown>>

/** How much of a wrong value a message shows, in characters. */
const SHOWN = 60

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** A value as messages show it. */
export const shown = (value: unknown): string => {
  const json = JSON.stringify(value) ?? "nothing"
  return json.length > SHOWN ? `${json.slice(0, SHOWN)}…` : json
}

function readSpan(value: unknown, text: string, where: string): Span | null {
  if (value === null || value === undefined) return null
  const { start, end } = isObject(value) ? value : {}
  if (
    typeof start !== "number" ||
    typeof end !== "number" ||
    !Number.isInteger(start) ||
    !Number.isInteger(end) ||
    start < 0 ||
    end <= start ||
    end > text.length
  )
    throw new DocumentError(
      `"${where}" is ${shown(value)}; it must be null or {"start", "end"} inside the text (0 to ${text.length} UTF-16 units)`,
    )
  return { start, end }
}

function readParticipants(value: unknown, text: string): ParticipantPair[] {
  if (!Array.isArray(value))
    throw new DocumentError(`"participants" is ${shown(value)}; it must be a list of {"actor", "recipient"}`)
  return value.map((pair: unknown, index) => {
    if (!isObject(pair))
      throw new DocumentError(`"participants[${index}]" is ${shown(pair)}; it must be {"actor", "recipient"}`)
    return {
      actor: readSpan(pair.actor, text, `participants[${index}].actor`),
      recipient: readSpan(pair.recipient, text, `participants[${index}].recipient`),
    }
  })
}

/** {"name", "domain"}, or a bare name. */
function readPublisher(value: unknown, warnings: string[]): Publisher | undefined {
  if (typeof value === "string" && value !== "") return { name: value }
  if (isObject(value)) {
    const domain = typeof value.domain === "string" && value.domain !== "" ? value.domain : undefined
    const name = typeof value.name === "string" && value.name !== "" ? value.name : domain
    if (name !== undefined) return { name, ...(domain === undefined ? {} : { domain }) }
  }
  warnings.push(`"publisher" is ${shown(value)}, not {"name", "domain"}: left out`)
  return undefined
}

/** A list of names, or one. */
function readAuthors(value: unknown, warnings: string[]): string[] | undefined {
  if (value === undefined || value === null) return undefined
  const names = (Array.isArray(value) ? value : [value]).filter(
    (name) => typeof name === "string" && name !== "",
  )
  if (names.length > 0) return names
  warnings.push(`"authors" is ${shown(value)}, not a list of names: left out`)
  return undefined
}

/** What `chancery read` marked stays marked. */
const isUncoded = (value: unknown): value is Uncoded => value === "language" || value === "paywall"

function readId(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined
  if (typeof value === "string") return value
  if (typeof value === "number") return String(value)
  throw new DocumentError(`"id" is ${shown(value)}; it must be a string`)
}

const OPTIONAL_STRINGS = ["title", "published", "url", "language"] as const

/**
 * Reads one JSON value as a document. Throws DocumentError where the text, the id or the participants cannot be used; other
 * fields of a wrong kind are left out with a warning, since the text is still worth reading.
 */
export function readJsonDocument(value: unknown): JsonDocument {
  if (!isObject(value))
    throw new DocumentError(`${shown(value)} is no document; it must be an object {"text": "…"}`)
  const { text } = value
  if (typeof text !== "string")
    throw new DocumentError(
      text === undefined || text === null
        ? `"text" is missing; a document needs at least {"text": "…"}`
        : `"text" is ${shown(text)}; it must be a string`,
    )
  const warnings: string[] = []
  const strings: Partial<Record<(typeof OPTIONAL_STRINGS)[number], string>> = {}
  for (const field of OPTIONAL_STRINGS) {
    const given = value[field]
    if (typeof given === "string") {
      if (given !== "") strings[field] = given
    } else if (given !== undefined && given !== null)
      warnings.push(`"${field}" is ${shown(given)}, not a string: left out`)
  }
  const id = readId(value.id)
  const publisher =
    value.publisher === undefined || value.publisher === null
      ? undefined
      : readPublisher(value.publisher, warnings)
  const participants =
    value.participants === undefined || value.participants === null
      ? undefined
      : readParticipants(value.participants, text)
  const authors = readAuthors(value.authors, warnings)
  const draft: ArticleDraft = {
    ...(id === undefined ? {} : { id }),
    text,
    ...strings,
    ...(publisher === undefined ? {} : { publisher }),
    ...(authors === undefined ? {} : { authors }),
    ...(isUncoded(value.uncoded) ? { uncoded: value.uncoded } : {}),
    ...(participants === undefined ? {} : { participants }),
  }
  return { draft, warnings }
}
