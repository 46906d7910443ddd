import type { EventPlace, EventType, Mention, PlaceMention } from "../record/index.ts"
import type { Analysis, Sentence } from "../text/analysis.ts"
import { headToken, wayTo, within } from "./nearness.ts"
import { caseOf, hasUpos, headOf, lemmaOf, relationOf } from "./syntax.ts"

/** Where an event took or takes place. */

/** A place as the finders give it; "Russian" points to a place, but nothing happens there. */
type Found = PlaceMention & { readonly adjectival?: boolean }

/** What of a coded event tells where it happened: a visit at the host's, an attack at its target's. */
export interface Act {
  readonly type: EventType
  readonly mode: string | null
  readonly actors: readonly Mention[]
  readonly recipients: readonly Mention[]
}

/** Cost of each step of the way to a place: clauses up and down, nouns between. */
const UP = 0.8
const DOWN = 1
const NOUN = 0.2
/** How a place stands in its clause, from "in Nairobi" to "the Nairobi embassy". */
const STANDING = { locative: 0, directional: 0.3, goal: 0.1, inner: 0.6, other: 9 } as const
/** Unresolved names and continents say less. */
const NO_COUNTRY = 1.2
/** Costlier places belong to something else. */
const FARTHEST = 2.2
/** How far back, in sentences, a place of the narrative is preferred to its first, and holds whosever country it is. */
const SENTENCES_BACK = 6
const SCENE_HOLDS = 2

const LOCATIVE = new Set(
  "in at near outside inside on across around within throughout over above off along amid beside beyond".split(
    " ",
  ),
)
const DIRECTIONAL = new Set("to into onto toward towards from through via for against".split(" "))
/** Verbs and nouns whose object or goal is where they happen. */
const GOING = new Set(
  "visit trip travel tour fly arrive journey arrival go come return enter invade attack bomb shell strike raid storm hit bombard seize capture occupy reach deploy send invasion attack strike raid assault airstrike".split(
    " ",
  ),
)
/** Those that happen where they start. */
const LEAVING = new Set(
  "leave withdraw withdrawal evacuate evacuation quit retreat exit flee pullout pull".split(" "),
)
/** "the U.S. embassy": these stand abroad. */
const POSTS = new Set(
  "embassy consulate mission base troops troop force soldier army navy ship vessel citizen ambassador diplomat official government president minister".split(
    " ",
  ),
)
/** "discussed the war in Mali": what happens there is not the deed told of. */
const OTHER_DEEDS = new Set(
  "war conflict crisis situation election coup invasion development unrest genocide famine operation presence interest".split(
    " ",
  ),
)
/** Deeds that happen somewhere, not only in words. */
const BODILY = new Set<EventType>([
  "ASSAULT",
  "COERCE",
  "PROTEST",
  "MOBILIZE",
  "CONSULT",
  "RETREAT",
  "AID",
  "COOPERATE",
])
/** Of those, the ones that happen where the other side is. */
const AT_RECIPIENT = new Set<EventType>(["ASSAULT", "COERCE", "AID"])

/**
 * The place of the deed at a trigger: the nearest named in its sentence; for deeds that happen somewhere, else the place where the
 * narrative stands, if it lies in a participant's country, else the host's or the target's country as the article names it.
 */
export function placeOf(
  analysis: Analysis,
  trigger: number,
  sentence: Sentence,
  places: readonly Found[],
  act?: Act,
): EventPlace | null {
  const named = places.filter((place) => place.adjectival !== true)
  const here = within(sentence, named)
  const place =
    nearest(analysis, trigger, here) ??
    (act === undefined || !BODILY.has(act.type)
      ? undefined
      : (elsewhere(analysis, sentence, named, act) ?? ofParty(here, act) ?? ofParty(named, act)))
  return place === undefined ? null : toEventPlace(place)
}

export const toEventPlace = ({ name, country, latitude, longitude, text }: PlaceMention): EventPlace => ({
  name,
  country,
  latitude,
  longitude,
  text,
})

function nearest(analysis: Analysis, trigger: number, places: readonly Found[]): Found | undefined {
  let found: Found | undefined
  let least = FARTHEST
  for (const place of places) {
    const token = headToken(analysis, place)
    const way = wayTo(analysis, trigger, token)
    if (way === undefined) continue
    const gap = Math.abs(place.start - (analysis.start[trigger] ?? 0)) / 10_000
    const cost =
      way.up * UP +
      way.down * DOWN +
      way.nouns * NOUN +
      STANDING[standingOf(analysis, token, trigger)] +
      (place.country === null ? NO_COUNTRY : 0) +
      gap
    if (cost < least) {
      least = cost
      found = place
    }
  }
  return found
}

type Standing = keyof typeof STANDING

/** How a place name stands: "in Nairobi", "to Nairobi", "bombed Nairobi", "the streets of Nairobi", "the Nairobi talks". */
function standingOf(analysis: Analysis, token: number, trigger: number): Standing {
  const relation = relationOf(analysis, token)
  const governor = headOf(analysis, token)
  if (relation === "conj" || relation === "appos" || relation === "flat")
    return governor === -1 ? "other" : standingOf(analysis, governor, trigger)
  const preposition = caseOf(analysis, token).split(" ")[0] ?? ""
  if (governor !== trigger && isAmong(analysis, OTHER_DEEDS, governor)) return "other"
  if (LOCATIVE.has(preposition)) return "locative"
  const going = isAmong(analysis, GOING, trigger, governor)
  const leaving = isAmong(analysis, LEAVING, trigger, governor)
  if (preposition === "for" || preposition === "against") return "other"
  if (DIRECTIONAL.has(preposition))
    return (preposition === "from" ? leaving : going && !leaving) ? "goal" : "directional"
  if ((relation === "obj" || preposition === "of") && (going || leaving)) return "goal"
  if (preposition === "of" || relation === "compound" || relation === "nmod" || relation === "amod")
    return isScenery(analysis, governor, trigger) ? "inner" : "other"
  return "other"
}

const isAmong = (analysis: Analysis, words: ReadonlySet<string>, ...tokens: readonly number[]): boolean =>
  tokens.some((token) => token !== -1 && words.has(lemmaOf(analysis, token)))

/** "in the streets of Nairobi", "at Nairobi airport", but not "at the Kenyan embassy", nor "the government of Kenya". */
function isScenery(analysis: Analysis, noun: number, trigger: number): boolean {
  if (noun === -1 || noun === trigger || POSTS.has(lemmaOf(analysis, noun)))
    return noun === trigger && noun !== -1
  if (!hasUpos(analysis, noun, "NOUN", "PROPN")) return false
  return LOCATIVE.has(caseOf(analysis, noun).split(" ")[0] ?? "")
}

// ---- from elsewhere in the article -------------------------------------------------------------------------------------

/** The last scene of the narrative, or its first, that lies in a country where the deed may have happened. */
function elsewhere(
  analysis: Analysis,
  sentence: Sentence,
  places: readonly Found[],
  act: Act,
): Found | undefined {
  const wanted = isAtRecipient(act)
    ? sidesOf(act)
    : [...countriesOf(act.actors), ...countriesOf(act.recipients)]
  const scenes = places.filter(
    (place) =>
      place.end <= sentence.start &&
      isScene(analysis, place) &&
      (wanted.length === 0 ||
        wanted.includes(place.country ?? "") ||
        sentence.index - (analysis.sentence[headToken(analysis, place)] ?? 0) <= SCENE_HOLDS),
  )
  const from = analysis.sentences[Math.max(0, sentence.index - SENTENCES_BACK)]?.start ?? 0
  return scenes.findLast((place) => place.start >= from) ?? scenes[0]
}

/** The target's or host's country where the article names it as such. */
function ofParty(places: readonly Found[], act: Act): Found | undefined {
  const [country] = sidesOf(act)
  return country === undefined
    ? undefined
    : places.find((place) => place.country === country && place.feature?.startsWith("PCL") === true)
}

const isAtRecipient = ({ type, mode }: Act): boolean => AT_RECIPIENT.has(type) || mode === "visit"

/** Countries where the deed may have happened: the recipients' for an attack or a visit, else the actors'. */
function sidesOf(act: Act): string[] {
  const abroad = isAtRecipient(act) ? countriesOf(act.recipients) : []
  return abroad.length > 0 ? abroad : countriesOf(act.actors)
}

const countriesOf = (mentions: readonly Mention[]): string[] =>
  mentions.flatMap(({ actor }) => (actor?.country == null ? [] : [actor.country]))

/** "in Nairobi", and not "Kenya said". */
const isScene = (analysis: Analysis, place: Found): boolean =>
  place.country !== null && standingOf(analysis, headToken(analysis, place), -1) === "locative"
