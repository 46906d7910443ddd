import type { TokenRange } from "../../mention/attribution/scene.ts"
import { type Naming, nameSource } from "../../mention/attribution/source-name.ts"
import type { Attribution, Mention } from "../../record/index.ts"
import type { Analysis } from "../../text/analysis.ts"
import {
  introduction,
  isNominal,
  NOUN,
  PRONOUN,
  PROPER,
  phraseOf,
  textOf,
  withoutArticle,
} from "./noun-phrase.ts"

/** Who some words speak of, by name, and the token that carries them. */
interface NamedWords extends Attribution {
  readonly head: number
  readonly anaphor: boolean
}
export interface TellerNames {
  /** Null for a pronoun of nobody known. */
  readonly ofWords: (words: TokenRange) => NamedWords | null
}

/**
 * Names those who vouch for something: an actor by its name, a person by the fullest name that the article gives, anybody
 * else by the words that describe them ("Maltese officials", "an official at the ministry" without its article), where
 * "the official" is the one introduced last.
 */
export function tellerNames(naming: Naming): TellerNames {
  const { analysis, mentions } = naming
  const known = new Set(mentions.flatMap(({ actor }) => (actor === null ? [] : [actor.name])))
  const full = fullestNames(mentions)
  const ofWords = (words: TokenRange): NamedWords | null => {
    const named = nameSource(naming, words)
    const own = carrierOf(analysis, words)
    const mention = mentions[naming.byHead[own] ?? -1]
    const pronoun = analysis.upos[own] === PRONOUN
    const anaphor = pronoun || mention?.anaphor === true
    if (named !== null && known.has(named.name)) {
      const name = asWritten(naming, words, own, full, mention, named.name)
      return { ...named, name, head: own, anaphor }
    }
    const inside = isNominal(analysis, topOf(analysis, words)) ? undefined : firstKnown(naming, words)
    if (inside !== undefined)
      return { ...nameSource(naming, inside)!, head: inside.head, anaphor: inside.anaphor }
    const person = mention === undefined ? undefined : full.get(mention.chain)
    if (person !== undefined && (named === null || analysis.upos[own] !== NOUN))
      return { name: person, kind: "person", head: own, anaphor }
    if (pronoun || !isNominal(analysis, own)) return null
    const name = describe(naming, words, own, full)
    return name === "" ? null : { name, kind: named?.kind ?? "unnamed", head: own, anaphor }
  }
  return { ofWords }
}

/**
 * An actor's own name, but the article's words where the name is only a description ("official" → "Saudi official") or where
 * a house speaks for its state ("the Kremlin", "Doha").
 */
function asWritten(
  naming: Naming,
  words: TokenRange,
  head: number,
  full: ReadonlyMap<number, string>,
  mention: Mention | undefined,
  name: string,
): string {
  if (mention?.actor?.name !== name) return name
  const { analysis } = naming
  if (/^\p{Ll}/u.test(name) && analysis.upos[head] === NOUN)
    return describe(naming, words, head, full) || name
  const isHouse = mention.actor.kind === "government" && name.startsWith(GOVERNMENT_OF)
  if (isHouse && analysis.upos[head] === PROPER && !mention.anaphor)
    return textOf(analysis, withoutArticle(analysis, mention))
  return name
}
const GOVERNMENT_OF = "Government of "

/** The longest name of each person that we do not know, by chain. */
function fullestNames(mentions: readonly Mention[]): Map<number, string> {
  const full = new Map<number, string>()
  for (const { chain, text, anaphor, actor, type } of mentions)
    if (actor === null && !anaphor && type === "person" && text.length > (full.get(chain)?.length ?? 0))
      full.set(chain, text)
  return full
}

/** The first token of the words that hangs from outside them. */
function topOf({ head }: Analysis, { first, last }: TokenRange): number {
  for (let token = first; token < last; token += 1)
    if (head[token]! < first || head[token]! >= last) return token
  return first
}

/** The same, but a noun or pronoun where the parse hangs a verb or a comma there. */
function carrierOf(analysis: Analysis, words: TokenRange): number {
  const top = topOf(analysis, words)
  if (isNominal(analysis, top)) return top
  for (let token = words.first; token < words.last; token += 1) if (isNominal(analysis, token)) return token
  return top
}

/** The first mention among the words of somebody we know. */
function firstKnown({ mentions, byHead }: Naming, { first, last }: TokenRange): Mention | undefined {
  for (let token = first; token < last; token += 1) {
    const mention = mentions[byHead[token]!]
    if (mention?.actor != null && mention.type !== "nationality") return mention
  }
  return undefined
}

/** A noun phrase without its article and what is set beside it; the one that introduced "the official", where it is bare. */
function describe(
  naming: Naming,
  words: TokenRange,
  head: number,
  full: ReadonlyMap<number, string>,
): string {
  const { analysis } = naming
  const phrase = phraseOf(analysis, words, head)
  const owned = phrase.first < head && analysis.upos[phrase.first] === PRONOUN
  const bare = owned ? { ...phrase, first: phrase.first + 1 } : phrase
  const text = textOf(analysis, bare)
  const owner = owned ? nameAt(naming, phrase.first, full) : undefined
  if (owner !== undefined) return `${owner}'s ${text}`
  if (bare.last - bare.first > 1) return text
  const before = introduction(analysis, head)
  return before === undefined ? text : textOf(analysis, before)
}

/** Whom "its" and "his" stand for. */
function nameAt({ mentions, byHead }: Naming, token: number, full: ReadonlyMap<number, string>) {
  const mention = mentions[byHead[token] ?? -1]
  return mention === undefined ? undefined : (mention.actor?.name ?? full.get(mention.chain))
}
