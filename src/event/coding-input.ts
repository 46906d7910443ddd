import type {
  Article,
  AttributionMention,
  Mention,
  PlaceMention,
  QuantityMention,
  TimeMention,
} from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"

/** All that the coder of one article sees: the text, its analysis, and what was found in it. Offsets index `article.text`. */
export interface CodingInput {
  readonly article: Article
  readonly analysis: Analysis
  readonly mentions: readonly Mention[]
  readonly times: readonly TimeMention[]
  readonly quantities: readonly QuantityMention[]
  readonly places: readonly PlaceMention[]
  readonly attributions: readonly AttributionMention[]
  /** Name and version of the coder, "chancery 0.1.0", written into each event. */
  readonly coder: string
}
