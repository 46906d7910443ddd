import type { Event, Happening } from "../record/index.ts"
import { contentId } from "./content-hash.ts"
import { type LinkContext, linkEvents } from "./link-events.ts"
import { linkKeys } from "./link-keys.ts"
import { textSignature } from "./near-duplicates.ts"
import type { DocumentMeta } from "./report.ts"
import { ReportSketches } from "./sketches.ts"

/** Rises with every change that can link the same events differently. */
const LINKING = "6"

/** What the store needs to link what it holds: keys to fetch by, and the decision itself. */
export interface HappeningLinker {
  /** Names the way of linking and the table of outlets; what was linked under another name is to be linked anew. */
  readonly version: string
  /** What a document's text is compared by; undefined where it is too short. */
  readonly signature: (text: string) => string | undefined
  readonly keys: (event: Event, meta: DocumentMeta) => readonly string[]
  readonly link: (
    events: readonly Event[],
    documents: ReadonlyMap<string, DocumentMeta>,
  ) => readonly Happening[]
  /** An empty set of reports to be compared two by two. */
  readonly sketches: () => ReportSketches
}

/** Binds linking to a table of outlets and the names of countries. */
export function createLinker(context: Omit<LinkContext, "documents">): HappeningLinker {
  const table = (context.outlets?.all ?? []).map(({ name, owner, affiliation, country }) => [
    ...[name, owner, affiliation, country],
  ])
  return {
    version: `${LINKING} ${contentId(JSON.stringify(table))}`,
    signature: textSignature,
    keys: (event, meta) => linkKeys(event, meta, context.isCountry),
    link: (events, documents) => linkEvents(events, { ...context, documents }),
    sketches: () => new ReportSketches(context.isCountry),
  }
}
