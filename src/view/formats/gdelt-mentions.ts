import { compactDay } from "./event-facts.ts"
import {
  type Cell,
  type HappeningSource,
  integer,
  number,
  type ReportSource,
  type TableFormat,
  text,
} from "./format.ts"
import { gdeltId } from "./gdelt-events.ts"
import { type Sides, sidesOf } from "./sides.ts"

/** Fourteen digits of a time; of a day, with zeros. */
const compactTime = (iso: string): string => {
  const [, hour = "00", minute = "00", second = "00"] = /T(\d\d):(\d\d)(?::(\d\d))?/.exec(iso) ?? []
  return `${compactDay(iso)}${hour}${minute}${second}`
}

/** GDELT 2.0's sixteen mention columns, without a header; one row for each report of each row of the event table. */
export const GDELT_MENTIONS: TableFormat<HappeningSource> = {
  columns: [
    integer("GLOBALEVENTID", "The row of the event table"),
    text("EventTimeDate", "First day of the happening and six zeros"),
    text("MentionTimeDate", "Publication, YYYYMMDDHHMMSS as the document gives it"),
    integer("MentionType", "1 where the document has an address"),
    text("MentionSourceName", "Domain of the outlet, else its name"),
    text("MentionIdentifier", "Address of the document, else its id"),
    integer("SentenceID", "Sentence of the evidence, from 1"),
    integer("Actor1CharOffset", "Where the actor is named, in UTF-16 units"),
    integer("Actor2CharOffset", "Where the recipient is named"),
    integer("ActionCharOffset", "Where the act is told"),
    integer("InRawText", "1: nothing is rewritten before it is read"),
    integer("Confidence", "Confidence of the coder, in steps of 10 from 10 to 100"),
    integer("MentionDocLen", "Not kept with the report"),
    number("MentionDocTone", "Not measured"),
    text("MentionDocTranslationInfo", "Empty: nothing is translated"),
    text("Extras", "Empty"),
  ],
  rowsOf: ({ happening, reports }) =>
    sidesOf(happening).flatMap((sides) =>
      reports.map((report) => mentionRow(happening.id, happening.date?.start, sides, report)),
    ),
}

function mentionRow(
  happening: string,
  day: string | undefined,
  sides: Sides,
  { event, document }: ReportSource,
): Cell[] {
  const offset = (role: readonly { readonly name: string; readonly start: number }[], name?: string) =>
    role.find((participant) => participant.name === name)?.start ?? null
  const all = [...event.actors, ...event.recipients]
  return [
    gdeltId(happening, sides),
    day === undefined ? null : `${compactDay(day)}000000`,
    document.published && compactTime(document.published),
    document.url === null ? null : 1,
    document.publisher?.domain ?? document.publisher?.name ?? null,
    document.url ?? event.document,
    event.sentence + 1,
    offset(all, sides.actor.name),
    offset(all, sides.recipient?.name),
    event.trigger?.start ?? event.evidence.start,
    1,
    Math.max(10, Math.round(event.confidence * 10) * 10),
    ...[null, null, null, null],
  ]
}
