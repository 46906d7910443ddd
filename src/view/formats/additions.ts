import { isCountryItself } from "./event-facts.ts"
import {
  boolean,
  type Cell,
  type Column,
  day,
  type FormatNames,
  integer,
  joined,
  number,
  type ReportSource,
  text,
} from "./format.ts"

/** What we know of a report beyond other formats' columns; may follow them in each row. */
export const ADDITIONS: readonly Column[] = [
  text("happening_id", "The happening that the report tells of"),
  text("report_ids", "Events of the happening, separated by ;"),
  text(
    "status",
    "Whether it happened: occurred, ongoing, planned, expected, promised, threatened, hypothetical, denied, not-occurred",
  ),
  day("status_date", "Day of the report that gives the status"),
  number("certainty", "Confidence of the coder, 0 to 1"),
  text("attribution_chain", "Who says so, outermost first, separated by ;"),
  integer("attribution_depth", "Length of that chain; 0 where the article speaks in its own voice"),
  text("source_ownership", "state-affiliated, independent or unknown"),
  integer("n_reports", "Reports of the happening"),
  integer("n_independent_owners", "Independent owners that report it"),
  boolean("only_state_media", "Only state media report it"),
  day("first_reported", "Day of its first report"),
  integer("evidence_start", "Offset of the evidence in the text, UTF-16 units"),
  integer("evidence_end", "End of the evidence, exclusive"),
  text("evidence_sha256", "SHA-256 of the evidence in UTF-8"),
  boolean("is_background", "The article only recalls the event"),
  number("quantity_value", "First quantity of the event"),
  text("quantity_unit", "Its unit, where it is no currency"),
  text("quantity_currency", "ISO 4217, where it is money"),
  text("date_precision", "time, day, week, month …"),
  text("geo_precision", "place, or country where it is one as a whole"),
  text("codebook_version", "Version of the codebook"),
  text("coder_version", "Version of the coder"),
  text("data_version", "Coder with the digest of its data, as the document was stored"),
]

/** One row of the additions for a report. */
export function additionsOf(
  { event, document, outlet, happening }: ReportSource,
  names: FormatNames,
): Cell[] {
  const [quantity] = event.quantities
  const money = quantity?.kind === "money"
  return [
    happening?.id ?? null,
    happening && joined(happening.events),
    event.status,
    document.published?.slice(0, 10) ?? null,
    event.confidence,
    joined(event.attribution.map(({ name }) => name)),
    event.attribution.length,
    outlet?.affiliation ?? null,
    happening?.events.length ?? null,
    happening?.independentOwners ?? null,
    happening?.onlyStateMedia ?? null,
    happening?.firstReported?.day ?? null,
    event.evidence.start,
    event.evidence.end,
    names.sha256(event.evidence.text),
    event.background,
    quantity?.value ?? null,
    money ? null : (quantity?.unit ?? null),
    money ? quantity.unit : null,
    event.date?.precision ?? null,
    event.place && (isCountryItself(event.place, names) ? "country" : "place"),
    names.version,
    event.coder || null,
    document.coder,
  ]
}
