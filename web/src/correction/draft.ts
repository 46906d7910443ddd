import type { EventType, JudgedFields, Status } from "../../../src/record/index.ts"
import type { CodedEvent } from "../../../src/view/api.ts"

/** A participant as the form holds it; empty where nothing is said. */
export interface PartyDraft {
  /** Tells the rows apart; it is nobody's name. */
  readonly key: number
  readonly name: string
  readonly country: string
  readonly sector: string
}

/** An event's judged fields as the form holds them: texts, empty where absent. */
export interface Draft {
  readonly type: string
  readonly mode: string
  readonly status: Status
  readonly background: boolean
  readonly actors: readonly PartyDraft[]
  readonly recipients: readonly PartyDraft[]
  readonly start: string
  readonly end: string
  readonly place: string
  readonly placeCountry: string
}

const NOBODY: PartyDraft = { key: 0, name: "", country: "", sector: "" }

/** Of an event of which nothing is said yet. */
export const BLANK: Draft = {
  type: "",
  mode: "",
  status: "occurred",
  background: false,
  actors: [NOBODY],
  recipients: [NOBODY],
  start: "",
  end: "",
  place: "",
  placeCountry: "",
}

export const draftOf = (event: CodedEvent): Draft => ({
  type: event.type ?? "",
  mode: event.mode ?? "",
  status: event.status,
  background: event.background,
  actors: event.actors.map(partyDraft),
  recipients: event.recipients.map(partyDraft),
  start: event.date?.start ?? "",
  end: event.date?.end ?? "",
  place: event.place?.name ?? "",
  placeCountry: event.place?.country ?? "",
})

const partyDraft = ({ name, country, sector }: CodedEvent["actors"][number], key: number): PartyDraft => ({
  key,
  name,
  country: country ?? "",
  sector: sector ?? "",
})

/** The fields that the form says otherwise than the event; a row without a name is nobody. */
export function changesOf(event: CodedEvent, draft: Draft): Partial<JudgedFields> {
  const [before, after] = [fieldsOf(draftOf(event)), fieldsOf(draft)]
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof JudgedFields]),
    ),
  ) as Partial<JudgedFields>
}

/** What the form says; what is empty is absent. */
export function fieldsOf(draft: Draft): JudgedFields {
  const { start, end, place, placeCountry } = draft
  return {
    type: orNull(draft.type) as EventType | null,
    mode: orNull(draft.mode),
    status: draft.status,
    background: draft.background,
    actors: draft.actors.flatMap(partyOf),
    recipients: draft.recipients.flatMap(partyOf),
    date:
      start.trim() === "" && end.trim() === ""
        ? null
        : { start: start.trim() || end.trim(), end: end.trim() || start.trim() },
    place: place.trim() === "" ? null : { name: place.trim(), country: code(placeCountry) },
  }
}

const partyOf = ({ name, country, sector }: PartyDraft): JudgedFields["actors"] =>
  name.trim() === ""
    ? []
    : [{ name: name.trim(), country: code(country), sector: orNull(sector), span: null }]

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim())
const code = (text: string): string | null => orNull(text.toUpperCase())
