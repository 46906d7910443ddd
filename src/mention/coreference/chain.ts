import { formOf } from "../actor/chunks.ts"
import type { Draft } from "../actor/draft.ts"
import { newDraft } from "../actor/draft.ts"
import { nameUnknown } from "../actor/imply.ts"
import type { Finding } from "../actor/items.ts"
import { ownBy } from "../actor/own.ts"
import { type Anaphor, findCandidates } from "./candidates.ts"
import { suits } from "./descriptions.ts"
import type { Entities, Entity } from "./entities.ts"
import type { Judge } from "./judge.ts"
import { chainName } from "./names.ts"
import { genderOf, pronounKind } from "./pronouns.ts"
import { findSpeakersBehind, readSpeakers } from "./speakers.ts"

/** Tokens of a determiner with its noun. */
const BARE = 2

/** Goes through the article from left to right and puts every mention, pronouns included, into its chain. */
export function chainMentions(
  finding: Finding,
  drafts: readonly Draft[],
  entities: Entities,
  judge: Judge,
): Draft[] {
  const full = drafts.filter(({ name, type }) => type === "person" && name !== undefined)
  const speakers = findSpeakersBehind(finding)
  const all: Draft[] = []
  const pronouns = new Map<number, Draft>()
  let token = 0
  const takePronouns = (end: number): void => {
    for (; token < end; token += 1) {
      if (speakers.has(token)) continue
      const pronoun = readPronoun(finding, token, entities, judge)
      if (pronoun === undefined) continue
      entities.add(pronoun)
      pronouns.set(token, pronoun)
      all.push(pronoun)
    }
  }
  for (const draft of drafts) {
    takePronouns(draft.first)
    if (startsWithPossessive(finding, draft)) {
      takePronouns(draft.first + 1)
      const owner = pronouns.get(draft.first)
      if (owner !== undefined) ownBy(draft, owner.actor)
    }
    if (draft.chain < 0) chainDraft(finding, draft, { entities, full, judge })
    nameUnknown(finding, draft)
    entities.add(draft)
    all.push(draft)
  }
  takePronouns(finding.analysis.count)
  shareActors(all, entities)
  all.push(...readSpeakers(finding, all, speakers))
  for (const draft of all) takeLateOwner(draft)
  return all
}

const startsWithPossessive = ({ analysis }: Finding, { first, agent, name }: Draft): boolean =>
  analysis.tag[first] === "PRP$" && (agent !== undefined || name !== undefined)

/** The mention of a pronoun whose antecedent is clear. */
function readPronoun(finding: Finding, token: number, entities: Entities, judge: Judge): Draft | undefined {
  const kind = pronounKind(finding.analysis, token, finding.quoted)
  if (kind === undefined) return undefined
  const antecedent = chooseAntecedent(
    finding,
    { first: token, core: token, kind, draft: undefined },
    entities,
    judge,
  )
  if (antecedent === undefined) return undefined
  antecedent.gender ||= genderOf(formOf(finding.analysis, token).toLowerCase())
  return newDraft({
    first: token,
    last: token + 1,
    type: antecedent.type,
    actor: antecedent.actor,
    person: antecedent.person,
    plural: kind === "plural",
    anaphor: true,
    chain: antecedent.chain,
  })
}

function chooseAntecedent(
  finding: Finding,
  anaphor: Anaphor,
  entities: Entities,
  judge: Judge,
): Entity | undefined {
  const candidates = findCandidates(finding, anaphor, entities)
  if (candidates.length === 0) return undefined
  return candidates[judge.antecedent({ finding, anaphor, candidates })] ?? nearestNamed(anaphor, candidates)
}

/** "the agency" behind BelTA: a bare noun means the named entity nearest that it suits, whatever the ranker thinks. */
function nearestNamed({ draft }: Anaphor, candidates: readonly Entity[]): Entity | undefined {
  if (draft === undefined || draft.plural || draft.possessed || draft.last - draft.first > BARE)
    return undefined
  return candidates.find((entity) => isNamed(entity) && suits(draft, entity))
}

const isNamed = ({ name, person, actor }: Entity): boolean =>
  name.length > 0 || person !== undefined || actor?.kind === "organization"

interface Chaining {
  readonly entities: Entities
  readonly full: readonly Draft[]
  readonly judge: Judge
}

function chainDraft(finding: Finding, draft: Draft, { entities, full, judge }: Chaining): void {
  const { agent, name, definite, first, core, owner } = draft
  const described =
    agent !== undefined && name === undefined && definite && !(owner !== undefined && owner.actor === null)
      ? chooseAntecedent(finding, { first, core, kind: "description", draft }, entities, judge)
      : undefined
  if (described === undefined) {
    chainName(finding, draft, entities, full)
    return
  }
  draft.chain = described.chain
  // "the city", "the troops" say what they are; "the president", "the agency" only point back to a name.
  draft.anaphor = !draft.plural && suits(draft, described)
  draft.person = described.person
  draft.actor = described.actor ?? draft.actor
}

/** "the government of President Abbas": whose it is may be known by coreference only. */
function takeLateOwner(draft: Draft): void {
  const country = draft.owner?.actor?.country
  if (!country || draft.actor === null || draft.actor.country !== null) return
  if (!draft.anaphor) draft.actor = { ...draft.actor, country }
}

/** What the best mention of a chain says of somebody holds for those that say nothing. */
function shareActors(drafts: readonly Draft[], entities: Entities): void {
  for (const draft of drafts) {
    const known = entities.get(draft.chain)?.actor ?? null
    if (known === null || known === draft.actor) continue
    const { actor } = draft
    if (actor === null || (actor.country === null && actor.sector === null && known.kind === actor.kind))
      draft.actor = known
  }
}
