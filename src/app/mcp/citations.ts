import { Type } from "typebox"
import type { Event } from "../../record/index.ts"
import type { StoredReport } from "../../store/index.ts"
import { type Names, outletLabel } from "../../view/index.ts"
import { attribution } from "../server/schemas/event.ts"
import { countryCode, list, orNull, text, textSpan } from "../server/schemas/parts.ts"

/** The very words, where they stand, and who published them. */
export const citationSchema = Type.Object({
  event: text,
  document: text,
  title: orNull(text),
  outlet: orNull(text),
  outletCountry: countryCode,
  published: orNull(text),
  url: orNull(text),
  evidence: textSpan,
  attribution: list(attribution, "Who says so within the article, outermost first."),
})

export interface Citation {
  readonly event: string
  readonly document: string
  readonly title: string | null
  readonly outlet: string | null
  readonly outletCountry: string | null
  readonly published: string | null
  readonly url: string | null
  readonly evidence: Event["evidence"]
  readonly attribution: Event["attribution"]
}

export function citationOf({ event, document }: StoredReport, names: Names): Citation {
  const outlet = outletLabel(document.publisher, document.published, names)
  return {
    event: event.id,
    document: document.id,
    title: document.title,
    outlet: outlet?.name ?? null,
    outletCountry: outlet?.country ?? null,
    published: document.published,
    url: document.url,
    evidence: event.evidence,
    attribution: event.attribution,
  }
}

/** “He arrived in Beijing.” — State Wire, 2023-12-03, “On the visit” (document news/1.txt, characters 0–22) */
export function citationText(citation: Citation): string {
  const { evidence, outlet, published, title, url, document, attribution } = citation
  const source = [
    outlet ?? "unknown outlet",
    published?.slice(0, 10) ?? "undated",
    ...(title === null ? [] : [`“${title}”`]),
    ...(url === null ? [] : [url]),
  ]
  const said =
    attribution.length === 0 ? "" : ` [according to ${attribution.map(({ name }) => name).join(", via ")}]`
  return `“${evidence.text}”${said} — ${source.join(", ")} (document ${document}, characters ${evidence.start}–${evidence.end})`
}
