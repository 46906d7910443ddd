import type { CodingInput } from "../../event/coding-input.ts"
import type { Actor, AttributionMention, Mention, TextSpan } from "../../record/index.ts"
import { UPOS } from "../../text/analysis.ts"

const span = ({ start, end, text }: TextSpan) => ({ start, end, text })
const spanOrNull = (found: TextSpan | null) => (found === null ? null : span(found))

const actor = ({ name, country, sector, sectors, role, kind }: Actor) => ({
  name,
  country,
  sector,
  sectors,
  role,
  kind,
})

/** Pronouns and bare nouns that only coreference resolves are no entities of their own. */
const entity = (mention: Mention) => ({
  ...span(mention),
  type: mention.type,
  ...(mention.actor === null ? {} : { actor: actor(mention.actor) }),
  chain: mention.chain,
})

const attribution = ({ source, cue, content, direct, chain }: AttributionMention) => ({
  source: spanOrNull(source),
  cue: spanOrNull(cue),
  content: spanOrNull(content),
  direct,
  chain,
})

const tokens = ({ analysis }: CodingInput) =>
  Array.from({ length: analysis.count }, (_, index) => ({
    start: analysis.start[index],
    end: analysis.end[index],
    lemma: analysis.lemma[index],
    upos: UPOS[analysis.upos[index] ?? 0],
    tag: analysis.tag[index],
    head: analysis.head[index],
    deprel: analysis.deprel[index],
  }))

/**
 * The layer under the events, as `chancery annotate` writes it: sentences, named entities, times, places, attributions and
 * quantities; with `withTokens` also the tokens, whose heads are indices into the same list (-1 for a root).
 */
export const toAnnotation = (input: CodingInput, { withTokens }: { readonly withTokens: boolean }) => ({
  document: input.article.id,
  sentences: input.analysis.sentences.map(({ start, end }) => ({ start, end })),
  ...(withTokens ? { tokens: tokens(input) } : {}),
  entities: input.mentions.filter(({ anaphor }) => !anaphor).map(entity),
  times: input.times.map((time) => ({ ...span(time), type: time.type, value: time.value })),
  places: input.places.map((place) => ({
    ...span(place),
    name: place.name,
    latitude: place.latitude,
    longitude: place.longitude,
    geonames: place.geonames,
    country: place.country,
  })),
  attributions: input.attributions.map(attribution),
  quantities: input.quantities,
})
