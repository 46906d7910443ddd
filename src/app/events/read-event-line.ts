import {
  EVENT_TYPES,
  type EventDate,
  type EventType,
  type Participant,
  type Publisher,
  STATUSES,
} from "../../record/index.ts"
import { shown } from "../documents/json-document.ts"
import type { EventLine } from "./event-line.ts"

type Json = Readonly<Record<string, unknown>>

/** A line that is no event; the message names the field, its value and what is expected. */
export class EventError extends Error {
  override readonly name = "EventError"
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value)

function text(object: Json, field: string): string {
  const value = object[field]
  if (typeof value !== "string" || value === "")
    throw new EventError(`"${field}" is ${shown(value)}; an event needs it, as a string`)
  return value
}

const textOrNull = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null
const numberOrNull = (value: unknown): number | null => (typeof value === "number" ? value : null)
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const strings = (value: unknown): string[] => list(value).filter((entry) => typeof entry === "string")
const offset = (value: unknown): number => (typeof value === "number" && Number.isInteger(value) ? value : 0)

function oneOf<T extends string>(value: unknown, allowed: readonly T[], field: string): T {
  const found = allowed.find((one) => one === value)
  if (found === undefined)
    throw new EventError(`"${field}" is ${shown(value)}; it must be one of ${allowed.join(", ")}`)
  return found
}

function typeOrNull(value: unknown, field: string): EventType | null {
  return value === null || value === undefined ? null : oneOf(value, EVENT_TYPES, field)
}

function participants(value: unknown): Participant[] {
  return list(value)
    .filter(isObject)
    .map((given) => {
      const sector = textOrNull(given.sector)
      const words = textOrNull(given.text) ?? ""
      return {
        text: words,
        start: offset(given.start),
        end: offset(given.end),
        name: textOrNull(given.name) ?? words,
        country: textOrNull(given.country),
        sector,
        sectors: given.sectors === undefined ? (sector === null ? [] : [sector]) : strings(given.sectors),
        role: textOrNull(given.role),
        kind: (textOrNull(given.kind) ?? "organization") as Participant["kind"],
      }
    })
}

/** A date without `certain` was read from the text where it has words there. */
function date(value: unknown): EventDate | null {
  if (!isObject(value) || typeof value.start !== "string") return null
  const words = textOrNull(value.text)
  return {
    start: value.start,
    end: textOrNull(value.end) ?? value.start,
    precision: (textOrNull(value.precision) ?? "day") as EventDate["precision"],
    text: words,
    certain: typeof value.certain === "boolean" ? value.certain : words !== null,
  }
}

function publisher(value: unknown): Publisher | undefined {
  if (!isObject(value) || typeof value.name !== "string") return undefined
  return { name: value.name, ...(typeof value.domain === "string" ? { domain: value.domain } : {}) }
}

const objects = <T>(value: unknown): T[] => list(value).filter(isObject) as T[]

/** Reads an event of the contract from a JSON object; fields that it lacks are absent. Throws EventError where it is none. */
export function readEventLine(given: Json): EventLine {
  const evidence = isObject(given.evidence) ? given.evidence : {}
  const published = textOrNull(given.published)
  const by = publisher(given.publisher)
  const place = isObject(given.place) && typeof given.place.name === "string" ? given.place : null
  const type = typeOrNull(given.type, "type")
  return {
    id: text(given, "id"),
    document: text(given, "document"),
    sentence: offset(given.sentence),
    evidence: {
      start: offset(evidence.start),
      end: offset(evidence.end),
      text: textOrNull(evidence.text) ?? "",
    },
    type,
    plover: given.plover === undefined ? type : typeOrNull(given.plover, "plover"),
    mode: textOrNull(given.mode),
    contexts: strings(given.contexts),
    cameo: textOrNull(given.cameo),
    quad: textOrNull(given.quad) as EventLine["quad"],
    score: numberOrNull(given.score),
    status: oneOf(given.status ?? "occurred", STATUSES, "status"),
    background: given.background === true,
    actors: participants(given.actors),
    recipients: participants(given.recipients),
    reciprocal: given.reciprocal === true,
    date: date(given.date),
    place: place && {
      name: String(place.name),
      country: textOrNull(place.country),
      latitude: numberOrNull(place.latitude),
      longitude: numberOrNull(place.longitude),
      text: textOrNull(place.text) ?? String(place.name),
    },
    attribution: objects(given.attribution),
    quote: isObject(given.quote) ? (given.quote as unknown as EventLine["quote"]) : null,
    quantities: objects(given.quantities),
    topics: strings(given.topics),
    confidence: numberOrNull(given.confidence) ?? 1,
    coder: textOrNull(given.coder) ?? "",
    trigger: isObject(given.trigger) ? (given.trigger as unknown as EventLine["trigger"]) : null,
    reasons: strings(given.reasons),
    ...(published === null ? {} : { published }),
    ...(by === undefined ? {} : { publisher: by }),
  }
}
