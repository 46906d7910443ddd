import type { Analysis } from "../../text/analysis.ts"
import { childWhere, lemmaOf, relationOf } from "./syntax.ts"

/** What a verb or participle does to those it counts. */
const HARM: ReadonlyMap<string, string> = new Map(
  (
    [
      ["killed", "kill slay murder massacre execute behead assassinate die perish drown slaughter dead"],
      ["injured", "injure wound hurt maim injured wounded"],
      ["missing", "missing"],
      ["displaced", "displace uproot displaced homeless"],
      ["kidnapped", "kidnap abduct"],
    ] as const
  ).flatMap(([unit, lemmas]) => lemmas.split(" ").map((lemma) => [lemma, unit] as const)),
)
/** Verbs whose subject is harmed; of the others it is the object, or the subject of the passive. */
const HARMS_SUBJECT = new Set([
  "die",
  "perish",
  "drown",
  "dead",
  "missing",
  "injured",
  "wounded",
  "displaced",
  "homeless",
])
/** Nouns that count harm: "103 deaths", "the lives of 33 people", "a toll of 12". */
const HARM_NOUNS: ReadonlyMap<string, string> = new Map([
  ["death", "killed"],
  ["fatality", "killed"],
  ["toll", "killed"],
  ["life", "killed"],
  ["killing", "killed"],
  ["murder", "killed"],
  ["injury", "injured"],
  ["casualty", "casualty"],
  ["victim", "victim"],
])
/** Nouns after which "of 33 people" names those harmed. */
const HARM_OF = new Set(["death", "life", "killing", "murder", "toll", "massacre", "execution"])
const LIFE_TAKERS = new Set(["claim", "cost", "take", "lose"])
const RISES = new Set([
  "rise",
  "reach",
  "climb",
  "be",
  "stand",
  "increase",
  "exceed",
  "pass",
  "bring",
  "put",
  "grow",
  "jump",
])
const MAX_CONJUNCTS = 8
const AMOUNT_CASES = new Set(["than", "over", "at", "about", "around", "under"])

/** The first of a chain of conjuncts: in "killed nine police, 13 rebels and a soldier" all three count as objects. */
function firstConjunct(analysis: Analysis, token: number): number {
  let at = token
  for (let step = 0; step < MAX_CONJUNCTS && relationOf(analysis, at) === "conj"; step++) {
    const head = analysis.head[at] ?? -1
    if (head < 0) break
    at = head
  }
  return at
}

/** "left six soldiers dead": the adjective that the object is left with. */
function resultOf(analysis: Analysis, verb: number): string | undefined {
  const result = childWhere(
    analysis,
    verb,
    (child) =>
      HARM.has(lemmaOf(analysis, child)) &&
      /^(xcomp|obj|dep|advcl|amod|conj)/.test(relationOf(analysis, child)),
  )
  return result < 0 ? undefined : HARM.get(lemmaOf(analysis, result))
}

const hasDescendantNoun = (analysis: Analysis, verb: number, noun: string): boolean =>
  childWhere(
    analysis,
    verb,
    (child) => lemmaOf(analysis, child) === noun && /^(nsubj|obj)/.test(relationOf(analysis, child)),
  ) >= 0

/** "more than 250 people", "at least three": prepositions of amount, which the parse takes for an oblique. */
const hasAmountCase = (analysis: Analysis, nominal: number): boolean =>
  childWhere(
    analysis,
    nominal,
    (child) => relationOf(analysis, child) === "case" && AMOUNT_CASES.has(lemmaOf(analysis, child)),
  ) >= 0

/** Harm by the predicate that a nominal is an argument of. */
function byPredicate(analysis: Analysis, nominal: number, relation: string): string | undefined {
  const verb = analysis.head[nominal] ?? -1
  if (verb < 0) return undefined
  const lemma = lemmaOf(analysis, verb)
  const harm = HARM.get(lemma)
  const isSubject = relation === "nsubj" || relation === "nsubj:pass"
  if (harm !== undefined) {
    if (relation === "obj" && !HARMS_SUBJECT.has(lemma)) return harm
    if (relation === "nsubj:pass") return harm
    if (isSubject && (HARMS_SUBJECT.has(lemma) || analysis.tag[verb] === "VBN")) return harm
  }
  if (relation === "obj" && lemma === "leave") return resultOf(analysis, verb)
  if (LIFE_TAKERS.has(lemma) && relation === "obj" && lemmaOf(analysis, nominal) === "life") return "killed"
  if (
    isSubject &&
    lemma === "lose" &&
    childWhere(analysis, verb, (child) => lemmaOf(analysis, child) === "life") >= 0
  )
    return "killed"
  if (RISES.has(lemma) && hasDescendantNoun(analysis, verb, "toll")) return "killed"
  return undefined
}

/** Harm by the noun that a nominal belongs to: "the lives of 33 people", "the death of 50". */
function byNoun(analysis: Analysis, nominal: number, relation: string): string | undefined {
  if (!relation.startsWith("nmod")) return undefined
  const noun = lemmaOf(analysis, analysis.head[nominal] ?? -1)
  return HARM_OF.has(noun) ? "killed" : undefined
}

/** Harm by what describes a nominal: "34 people killed", "15 wounded civilians". */
function byModifier(analysis: Analysis, nominal: number): string | undefined {
  const modifier = childWhere(
    analysis,
    nominal,
    (child) =>
      HARM.has(lemmaOf(analysis, child)) &&
      (relationOf(analysis, child) === "acl" || (relationOf(analysis, child) === "amod" && child > nominal)),
  )
  return modifier < 0 ? undefined : HARM.get(lemmaOf(analysis, modifier))
}

/** Harm of a toll that the nominal is equated with: "the death toll was 770 Palestinians". */
function byToll(analysis: Analysis, nominal: number): string | undefined {
  return childWhere(
    analysis,
    nominal,
    (child) => lemmaOf(analysis, child) === "toll" || lemmaOf(analysis, child) === "death",
  ) >= 0 && childWhere(analysis, nominal, (child) => relationOf(analysis, child) === "cop") >= 0
    ? "killed"
    : undefined
}

/**
 * What befell those whom a nominal counts: "killed", "injured", "missing", "displaced", "kidnapped", by the verb, noun or participle
 * that the syntax ties it to. Undefined where nothing did.
 */
export function harmOf(analysis: Analysis, nominal: number): string | undefined {
  const own = HARM_NOUNS.get(lemmaOf(analysis, nominal)) ?? HARM.get(lemmaOf(analysis, nominal))
  if (own !== undefined && lemmaOf(analysis, nominal) !== "life") return own
  const first = firstConjunct(analysis, nominal)
  const amount = relationOf(analysis, first).startsWith("obl") && hasAmountCase(analysis, first)
  const relation = amount ? "obj" : relationOf(analysis, first)
  return (
    byModifier(analysis, nominal) ??
    byPredicate(analysis, first, relation) ??
    byNoun(analysis, first, relation) ??
    byToll(analysis, nominal) ??
    (first === nominal ? undefined : byModifier(analysis, first))
  )
}

/** Harm that the words right after a bare number name: "34 killed", "at least 58 injured", "three others wounded". */
export const harmWord = (word: string): string | undefined =>
  /^(killed|dead|slain|died)$/.test(word)
    ? "killed"
    : /^(injured|wounded|hurt)$/.test(word)
      ? "injured"
      : word === "missing"
        ? "missing"
        : word === "displaced"
          ? "displaced"
          : undefined

const HARMING_VERBS: ReadonlyMap<string, string> = new Map(
  [
    ["killed", "killed killing kills kill slaying massacring"],
    ["injured", "injured injuring injures injure wounded wounding wounds wound hurting"],
    ["displaced", "displacing displaced"],
  ].flatMap(([unit = "", forms = ""]) => forms.split(" ").map((form) => [form, unit] as const)),
)

/** Harm that a verb before a number does: "killing at least three". */
export const harmingVerb = (word: string): string | undefined => HARMING_VERBS.get(word)
