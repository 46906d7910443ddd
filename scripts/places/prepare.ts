import type { PlaceNames } from "../../src/mention/gazetteer.ts"
import { nameSpans } from "../../src/mention/place/candidates.ts"
import { type DocumentView, viewDocument } from "../../src/mention/place/document-view.ts"
import { groupNames, type NameGroup } from "../../src/mention/place/groups.ts"
import { findMatches, type NameMatch } from "../../src/mention/place/matches.ts"
import type { NameSpan } from "../../src/mention/place/tagger.ts"
import type { WordTable } from "../../src/mention/place/word-facts.ts"
import { countyKeys } from "../../src/mention/places.ts"
import type { Analysis } from "../../src/text/analysis.ts"
import { tokensOnly } from "../training/tokens-only.ts"
import { type Sequence, sequencesOf } from "./crf.ts"
import type { GoldDocument, GoldPlace } from "./gold.ts"
import type { RankDocument } from "./rank-trainer.ts"

/** A document with all that training and testing look at. */
export interface PreparedDocument {
  readonly document: GoldDocument
  readonly analysis: Analysis
  readonly matches: readonly NameMatch[]
  readonly view: DocumentView
  readonly sequences: readonly Sequence[]
  readonly ranking: RankDocument
  /** Groups the names of any spans, as `findPlaces` does. */
  readonly group: (spans: readonly NameSpan[]) => NameGroup[]
}

export function prepare(document: GoldDocument, gazetteer: PlaceNames, words: WordTable): PreparedDocument {
  const analysis = tokensOnly(document.text)
  const matches = findMatches(analysis, gazetteer)
  const view = viewDocument(analysis, matches, gazetteer, words)
  const counties = countyKeys(matches)
  const group = (spans: readonly NameSpan[]): NameGroup[] =>
    groupNames(nameSpans(spans, analysis, gazetteer, counties), analysis)
  const spans = document.places.map((place) => tokensOf(analysis, place))
  const placeAt = new Map(spans.map((span, at) => [span.first, document.places[at]]))
  const groups = group(spans)
  const gold = groups.map((own) => {
    const place = own.spans.map(({ first }) => placeAt.get(first)).find((found) => found?.lat != null)
    return place?.lat == null || place.lon == null ? null : { latitude: place.lat, longitude: place.lon }
  })
  const sequences = sequencesOf(view, document.places)
  return { document, analysis, matches, view, sequences, ranking: { groups, gold }, group }
}

function tokensOf({ count, start, end }: Analysis, place: GoldPlace): NameSpan {
  let first = -1
  let last = -1
  for (let at = 0; at < count; at++) {
    if ((end[at] ?? 0) <= place.start) continue
    if ((start[at] ?? 0) >= place.end) break
    if (first < 0) first = at
    last = at + 1
  }
  return { first, last }
}
