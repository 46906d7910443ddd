import type { Actor, Attribution, Mention } from "../../record/index.ts"
import { type Analysis, UPOS } from "../../text/analysis.ts"
import type { TokenRange } from "./scene.ts"

const KINDS: Readonly<Record<Actor["kind"], Attribution["kind"]>> = {
  person: "person",
  state: "government",
  government: "government",
  organization: "organization",
  group: "group",
  nationals: "group",
}
const MENTION_KINDS: Partial<Record<Mention["type"], Attribution["kind"]>> = {
  person: "person",
  organisation: "organization",
  group: "group",
}
const MEDIA = new Set(["MED", "JRN"])
/** Sectors of bodies that speak for a state. */
const STATE_SECTORS = new Set(["GOV", "MIL", "SPY", "JUD", "LEG", "COP"])
const DETERMINER = UPOS.indexOf("DET")
const PRONOUN = UPOS.indexOf("PRON")
const NOUN = UPOS.indexOf("NOUN")
/** Dependents that belong to the name of a source: "two senior White House officials". */
const PREMODIFIERS = new Set([
  "compound",
  "amod",
  "nummod",
  "flat",
  "nmod:poss",
  "nmod:desc",
  "case",
  "goeswith",
])

/** The mention that each token heads, -1 for none; of several, the one that we know, then the longest. */
export function mentionsByHead(mentions: readonly Mention[], count: number): Int32Array {
  const at = new Int32Array(count).fill(-1)
  mentions.forEach((mention, index) => {
    const known = mentions[at[mention.head] ?? -1]
    if (known === undefined || weight(mention) > weight(known)) at[mention.head] = index
  })
  return at
}

const weight = ({ actor, start, end }: Mention): number => (actor === null ? 0 : 1e6) + end - start

/** What naming a source reads: the words, who they speak of, and the nouns for documents. */
export interface Naming {
  readonly analysis: Analysis
  readonly mentions: readonly Mention[]
  readonly byHead: Int32Array
  readonly documents: ReadonlySet<string>
}

/**
 * Names a source: the actor that its words resolve to; a name in apposition to a common noun; who issued the statement or
 * the report that speaks; else the head word with what stands before it, as written. Null for a pronoun of nobody known.
 */
export function nameSource(naming: Naming, source: TokenRange): Attribution | null {
  const { analysis, documents } = naming
  const head = headOf(analysis, source)
  const own = mentionOf(naming, source, head)
  const common = analysis.upos[head] === NOUN
  const proper = common ? properName(naming, source, head) : undefined
  const issuer =
    common && own?.actor == null && documents.has(analysis.lemma[head]!)
      ? firstActor(naming, source)
      : undefined
  const mention = proper ?? issuer ?? own
  if (mention?.actor != null) return ofActor(mention.actor)
  if (analysis.upos[head] === PRONOUN) return null
  const named = mention !== undefined && !mention.anaphor
  const name = named ? mention.text : headPhrase(analysis, source, head)
  return name === "" ? null : { name, kind: (mention && MENTION_KINDS[mention.type]) ?? "unnamed" }
}

/** Who hears it, where that is a news outlet ("told Reuters", "speaking to the paper"): it stands outside the speaker. */
export function mediaBeside({ analysis, mentions, byHead }: Naming, cue: number): Attribution | null {
  for (let child = analysis.firstChild[cue]!; child !== -1; child = analysis.nextSibling[child]!) {
    if (!HEARERS.has(analysis.deprel[child]!)) continue
    const below = analysis.deprel[child] === "advcl" ? analysis.firstChild[child]! : child
    for (let token = below; token !== -1; token = below === child ? -1 : analysis.nextSibling[token]!) {
      const actor = HEARERS.has(analysis.deprel[token]!) ? mentions[byHead[token]!]?.actor : null
      if (actor == null) continue
      const named = ofActor(actor)
      if (named.kind === "media") return named
    }
  }
  return null
}

const HEARERS = new Set(["obj", "iobj", "obl", "advcl"])
const APPOSED = new Set(["appos", "flat", "nmod:desc"])

/** "a spokesman, Jan Kos", "a member of the council, Jan Kos", "the Associated Press news agency": the name beside a common noun. */
function properName({ analysis, mentions, byHead }: Naming, { first, last }: TokenRange, head: number) {
  for (let token = first; token < last; token += 1) {
    const mention = mentions[byHead[token]!]
    if (mention === undefined || mention.anaphor || !analysis.tag[token]!.startsWith("NNP")) continue
    const relation = analysis.deprel[token]!
    const above = analysis.head[token]!
    const near = above === head || analysis.head[above] === head
    if (mention.type === "person" && APPOSED.has(relation) && near) return mention
    const isOutlet = mention.actor !== null && ofActor(mention.actor).kind === "media"
    if (isOutlet && above === head && (relation === "compound" || APPOSED.has(relation))) return mention
  }
  return undefined
}

function firstActor({ mentions, byHead }: Naming, { first, last }: TokenRange): Mention | undefined {
  for (let token = first; token < last; token += 1) {
    const mention = mentions[byHead[token]!]
    if (mention?.actor != null && mention.type !== "nationality") return mention
  }
  return undefined
}

function ofActor({ name, kind, sectors, sector, country }: Actor): Attribution {
  const inState = sector !== null && STATE_SECTORS.has(sector)
  const byBody = sectors.some((one) => MEDIA.has(one)) ? "media" : inState ? "government" : KINDS[kind]
  const speaks = kind === "person" ? "person" : kind === "organization" ? byBody : KINDS[kind]
  return { name, kind: speaks, ...(country === null ? {} : { country }) }
}

/** The first token of the source that hangs from outside it. */
function headOf({ head }: Analysis, { first, last }: TokenRange): number {
  for (let token = first; token < last; token += 1)
    if (head[token]! < first || head[token]! >= last) return token
  return first
}

/** The mention at the source's head; failing that, the first one in the source with an actor, if the head is no noun of its own. */
function mentionOf(
  { mentions, byHead }: Naming,
  { first, last }: TokenRange,
  head: number,
): Mention | undefined {
  const own = mentions[byHead[head] ?? -1]
  if (own !== undefined && (own.actor !== null || own.type === "person")) return own
  for (let token = first; token < last; token += 1) {
    const mention = mentions[byHead[token]!]
    if (mention?.actor != null && mention.first <= head && head < mention.last) return mention
  }
  return own
}

function headPhrase(
  { text, start, end, head, deprel, upos }: Analysis,
  source: TokenRange,
  at: number,
): string {
  let first = at
  while (first > source.first && PREMODIFIERS.has(deprel[first - 1]!) && reaches(head, first - 1, at))
    first -= 1
  while (first < at && upos[first] === DETERMINER) first += 1
  let last = at + 1
  while (last < source.last && deprel[last] === "flat" && head[last] === at) last += 1
  return text.slice(start[first]!, end[last - 1]!)
}

const LONGEST_PHRASE = 6

/** True where the token hangs, by a few steps, from the head. */
function reaches(heads: Int32Array, token: number, at: number): boolean {
  let above = token
  for (let steps = 0; steps < LONGEST_PHRASE && above !== -1; steps += 1) {
    if (above === at) return true
    above = heads[above]!
  }
  return false
}
