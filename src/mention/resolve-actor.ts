import type { Actor } from "../record/actor.ts"
import { type Analysis, UPOS } from "../text/analysis.ts"
import { tokenise } from "../text/tokenise.ts"
import { attachOwners, joinAppositions } from "./actor/attach.ts"
import { type Chunk, coverTokens, formOf } from "./actor/chunks.ts"
import { cityActor } from "./actor/compose.ts"
import type { Draft } from "./actor/draft.ts"
import { dominantCountry, weighCountries } from "./actor/focus.ts"
import type { Finding } from "./actor/items.ts"
import { findMatches, type Match } from "./actor/matches.ts"
import { readPhrase } from "./actor/read-phrase.ts"
import { Entities } from "./coreference/entities.ts"
import { chainName } from "./coreference/names.ts"
import type { ActorLexicon } from "./lexicon.ts"

export interface PhraseContext {
  /** Words from around the phrase; a country named there is that of a phrase without one. */
  readonly context?: string | undefined
  /** ISO date at which offices are asked for; absent means now. */
  readonly date?: string | undefined
}

const PROPN = UPOS.indexOf("PROPN")
const NOUN = UPOS.indexOf("NOUN")
const CAPITAL = /^\p{Lu}/u
const POSSESSIVE = /^['’]s?$/i
/** What ends a base noun phrase where no tagger has read the words. */
const BREAKS = new Set(
  ", ; : ( ) of for from in at on to by with across over against near who which that whose named called and or , was is are were has have had".split(
    " ",
  ),
)

/**
 * Resolves a phrase that names or describes an actor, without syntax: its first noun phrase, completed by what follows
 * ("of Estonia", ", Russia's security service"). Empty where it is no actor that we know.
 */
export function resolveActor(
  phrase: string,
  lexicon: ActorLexicon,
  { context, date }: PhraseContext = {},
): Actor[] {
  const analysis = shallowAnalysis(phrase)
  const matches = findMatches(analysis, lexicon)
  const around = context === undefined ? [] : findMatches(shallowAnalysis(context), lexicon)
  const finding: Finding = {
    analysis,
    lexicon,
    matches,
    cover: coverTokens(analysis.count, matches),
    day: date?.slice(0, 10),
    focus: weighCountries(analysis, [...matches, ...around], []),
    quoted: new Uint8Array(analysis.count),
    wordCodes: new Int32Array(analysis.count),
  }
  const chunks = splitPhrase(finding)
  const drafts = chunks
    .flatMap((chunk) => readPhrase(finding, chunk))
    .sort((a, b) => a.first - b.first || b.last - a.last)
  attachOwners(finding, drafts)
  joinAppositions(finding, drafts, new Entities().newChain)
  const actor = headActor(finding, drafts, chunks[0])
  return actor === undefined ? [] : [withContext(actor, around)]
}

/** Tokens with tags guessed from their capitals, in the shape that finding expects. */
function shallowAnalysis(text: string): Analysis {
  const spans = tokenise(text)
  const count = spans.start.length
  const start = Int32Array.from(spans.start)
  const end = Int32Array.from(spans.end)
  const forms = spans.start.map((from, at) => text.slice(from, spans.end[at]))
  return {
    text,
    sentences: [{ index: 0, start: 0, end: text.length, first: 0, last: count }],
    count,
    start,
    end,
    upos: Uint8Array.from(forms, (form) => (CAPITAL.test(form) ? PROPN : NOUN)),
    tag: forms.map(tagOf),
    lemma: forms.map((form) => form.toLowerCase()),
    head: new Int32Array(count).fill(-1),
    deprel: new Array<string>(count).fill("dep"),
    firstChild: new Int32Array(count).fill(-1),
    nextSibling: new Int32Array(count).fill(-1),
    sentence: new Int32Array(count),
  }
}

function tagOf(form: string): string {
  if (POSSESSIVE.test(form)) return "POS"
  if (form === "-" || form === "–") return "HYPH"
  return CAPITAL.test(form) ? "NNP" : form.endsWith("s") ? "NNS" : "NN"
}

function splitPhrase({ analysis, cover }: Finding): Chunk[] {
  const chunks: Chunk[] = []
  let start = 0
  for (let token = 0; token <= analysis.count; token += 1) {
    const breaks =
      token === analysis.count || (cover[token]! < 0 && BREAKS.has(formOf(analysis, token).toLowerCase()))
    if (!breaks) continue
    if (token > start) chunks.push({ first: start, last: token })
    start = token + 1
  }
  return chunks
}

function headActor(finding: Finding, drafts: readonly Draft[], chunk: Chunk | undefined): Actor | undefined {
  if (chunk === undefined) return undefined
  const heads = drafts.filter(
    ({ nested, first, core }) => !nested && first >= chunk.first && core === chunk.last - 1,
  )
  const head = heads[0]
  if (head !== undefined) {
    chainName(finding, head, new Entities(), [])
    return head.actor ?? undefined
  }
  const body = drafts.find(({ actor }) => actor?.kind === "organization" || actor?.kind === "group")
  if (body?.actor) return { ...body.actor, name: chunkText(finding, chunk) }
  const place = drafts.find(({ actor }) => actor?.country)
  return place?.actor?.country ? cityActor(chunkText(finding, chunk), place.actor.country) : undefined
}

const chunkText = ({ analysis }: Finding, { first, last }: Chunk): string =>
  analysis.text.slice(analysis.start[first], analysis.end[last - 1])

/** Fills in the context's country where the phrase has none. */
function withContext(actor: Actor, around: readonly Match[]): Actor {
  if (actor.country !== null || actor.sector === "IGO" || around.length === 0) return actor
  const none = shallowAnalysis("")
  return { ...actor, country: dominantCountry(weighCountries(none, around, [])) }
}
