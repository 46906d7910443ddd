import { cameoActor, cameoOf, compactDay } from "./event-facts.ts"
import { type Cell, joined, type ReportSource, type TableFormat, text } from "./format.ts"
import { sidesOf } from "./sides.ts"

/** PETRARCH2's raw rows, without a header, with its optional texts and roots; one for each report and directed pair. */
export const PETRARCH2: TableFormat<ReportSource> = {
  columns: [
    text("date", "First day, YYYYMMDD"),
    text("source", "CAMEO actor: country and role"),
    text("target", "CAMEO actor: country and role"),
    text("code", "Closest CAMEO code"),
    text("issues", "Contexts and topics, separated by ;"),
    text("ids", "Document and sentence"),
    text("url", "Address of the document"),
    text("StorySource", "Outlet"),
    text("source_text", "Words that name the actor"),
    text("target_text", "Words that name the recipient"),
    text("event_text", "Words that tell the event"),
    text("source_root", "Country of the actor"),
    text("target_root", "Country of the recipient"),
  ],
  rowsOf: ({ event, document, outlet }, names) =>
    sidesOf(event).map(({ actor, recipient }): Cell[] => [
      event.date === null ? null : compactDay(event.date.start),
      cameoActor(actor, names),
      recipient && cameoActor(recipient, names),
      cameoOf(event, names),
      joined([...event.contexts, ...event.topics]),
      `${event.document}_${event.sentence + 1}`,
      document.url,
      outlet?.name ?? document.publisher?.name ?? null,
      actor.text || null,
      recipient?.text || null,
      event.evidence.text || null,
      actor.country && names.countries.cameo(actor.country),
      recipient?.country ? names.countries.cameo(recipient.country) : null,
    ]),
}
