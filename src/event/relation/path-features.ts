import type { Analysis } from "../../text/analysis.ts"
import type { RelationResources } from "./extract.ts"
import type { FeatureSink } from "./features.ts"
import { type Pair, type TokenRange, within } from "./pair.ts"
import { childBy, eachChild, prepositionOf, type SyntaxPath } from "./path.ts"
import { modalityOf } from "./stance.ts"
import { isVerb, wordOf } from "./words.ts"

const TELLING_PARTS = new Set([
  "obj",
  "nsubj:pass",
  "compound:prt",
  "aux",
  "advmod",
  "xcomp",
  "iobj",
  "mark",
  "cop",
  "obl",
  "nmod",
  "ccomp",
])

/** Words and relations on the way from actor to recipient, and what hangs on them. */
export function addPathFeatures(
  sink: FeatureSink,
  pair: Pair,
  path: SyntaxPath,
  resources: RelationResources,
): void {
  const { analysis: a, actor, recipient } = pair
  const { clusters } = resources
  const along = [...path.up, path.top, ...path.down].filter(
    (token) => !within(actor, token) && !within(recipient, token),
  )
  const { kind } = path
  const actorLink = link(a, actor)
  const recipientLink = link(a, recipient)
  sink.add("ends", actorLink, recipientLink)
  const words = along.map((token) => wordOf(a, token))
  const groups = along.map((token) => clusters.at(a, token))
  const [wordPath, groupPath] = [words.join(">"), groups.join(">")]
  sink.add(kind, wordPath)
  sink.add(`${kind}L`, actorLink, wordPath, recipientLink)
  sink.add(`${kind}G`, groupPath)
  sink.add(`${kind}GL`, actorLink, groupPath, recipientLink)
  const top = along.includes(path.top) ? wordOf(a, path.top) : "@"
  const last = words.at(-1) ?? "@"
  const lastGroup = groups.at(-1) ?? "@"
  sink.add("top", top)
  sink.add("topA", top, actorLink)
  sink.add("gov", last, recipientLink)
  sink.add("govG", lastGroup, recipientLink)
  sink.add("topgov", top, last)
  sink.add("long", String(Math.min(along.length, 6)))
  words.forEach((word, at) => {
    sink.add("on", word)
    sink.add("onG", groups[at])
    if (at > 0) sink.add("on2", words[at - 1], word)
    addParts(sink, pair, along[at] as number, word, groups[at] as string, resources)
  })
}

/** Relation of a span's head to its governor, with its preposition: "obl:against". */
function link(a: Analysis, range: TokenRange | null): string {
  if (range === null) return "-"
  const preposition = prepositionOf(a, range.head)
  const relation = a.deprel[range.head] ?? ""
  return preposition === "" ? relation : `${relation}:${preposition}`
}

/** Objects, particles, auxiliaries and negation of a word on the path. */
function addParts(
  sink: FeatureSink,
  { analysis: a, actor, recipient }: Pair,
  token: number,
  word: string,
  group: string,
  { clusters }: RelationResources,
): void {
  if (isVerb(a, token)) {
    const { future, duty, negated, passive } = modalityOf(a, token)
    const mood = `${future ? "F" : ""}${duty ? "D" : ""}${negated ? "N" : ""}${passive ? "P" : ""}`
    if (mood !== "") {
      sink.add("mood", mood)
      sink.add("mood", mood, word)
      sink.add("mood", mood, group)
    }
  }
  eachChild(a, token, (child, relation) => {
    if (!TELLING_PARTS.has(relation) || within(actor, child) || within(recipient, child)) return
    const part = wordOf(a, child)
    const partGroup = clusters.at(a, child)
    const preposition = relation === "obl" || relation === "nmod" ? prepositionOf(a, child) : ""
    sink.add("part", word, relation + preposition, part)
    sink.add("part", relation, part)
    sink.add("partG", group, relation, partGroup)
    sink.add("partG", word, relation, partGroup)
    if (relation === "obj" || relation === "nsubj:pass") {
      const of = childBy(a, child, "nmod", "amod", "compound")
      if (of >= 0 && !within(recipient, of)) sink.add("part2", part, wordOf(a, of))
    }
  })
}
