import { innermostContents } from "../../src/mention/attribution/chain.ts"
import { readFacts } from "../../src/mention/attribution/facts.ts"
import { FeatureList } from "../../src/mention/attribution/features.ts"
import { findSpoken, type Spoken } from "../../src/mention/attribution/find-spoken.ts"
import type { AttributionModels } from "../../src/mention/attribution/models.ts"
import { mentionsByHead, nameSource } from "../../src/mention/attribution/source-name.ts"
import { writeVoucher } from "../../src/mention/attribution/vouch.ts"
import type { Attribution, Mention } from "../../src/record/index.ts"
import type { Analysis } from "../../src/text/analysis.ts"
import { type Choice, ChoiceBuilder } from "./choice-trainer.ts"

interface GoldActor {
  readonly name: string
  readonly aliases?: readonly string[]
}
/** A gold event, as far as its attribution goes; `attributed_to` runs outermost first. */
export interface AttributedEvent {
  readonly quote: string
  readonly sources: readonly GoldActor[]
  readonly attributed_to: readonly string[]
}
export interface AttributedArticle {
  readonly text: string
  readonly gold: readonly AttributedEvent[]
}

/** Share of an event's quote that a content must cover to be about it. */
const COVERS = 0.5

/** For each attribution around a gold event: does the gold name its source as vouching for the event? */
export function voucherExamples(
  { text, gold }: AttributedArticle,
  analysis: Analysis,
  mentions: readonly Mention[],
  models: AttributionModels,
): Choice[] {
  const facts = readFacts(analysis)
  const spoken = findSpoken(facts, models)
  const byHead = mentionsByHead(mentions, analysis.count)
  const naming = { analysis, mentions, byHead, documents: models.documents }
  const innermost = innermostContents(analysis.count, spoken)
  const features = new FeatureList()
  const labels = new Map<Spoken, boolean>()
  for (const event of gold)
    for (const one of around(text, event.quote, analysis, spoken, innermost)) {
      const named = one.source === null ? null : nameSource(naming, one.source)
      if (named === null) continue
      const right = event.attributed_to.some((name) => isSameName(name, named.name))
      if (!right && isOwn(event, named)) continue
      labels.set(one, right || labels.get(one) === true)
    }
  return [...labels].map(([one, right]) => {
    const named = nameSource(naming, one.source!)
    writeVoucher(features, facts, models.vectors, one, named)
    const builder = new ChoiceBuilder()
    builder.add(features)
    return builder.done(right ? 0 : -1, true)
  })
}

/** The attributions whose contents hold most of the quote, with those that these stand in. */
function around(
  text: string,
  quote: string,
  analysis: Analysis,
  spoken: readonly Spoken[],
  innermost: Int32Array,
): Set<Spoken> {
  const start = text.indexOf(quote)
  const end = start + quote.length
  const found = new Set<Spoken>()
  if (start === -1) return found
  for (const one of spoken) {
    const from = Math.max(start, analysis.start[one.content.first]!)
    const to = Math.min(end, analysis.end[one.content.last - 1]!)
    if (to - from < COVERS * quote.length) continue
    found.add(one)
    const outer = spoken[innermost[one.head]!]
    if (outer !== undefined) found.add(outer)
  }
  return found
}

const isOwn = ({ sources }: AttributedEvent, { name }: Attribution): boolean =>
  sources.some((actor) => [actor.name, ...(actor.aliases ?? [])].some((one) => isSameName(one, name)))

/** True where one name holds the other, without regard to case: "Rice" and "Condoleezza Rice". */
export function isSameName(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()]
  return left.includes(right) || right.includes(left)
}
