import type { Mention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import type { CodingInput } from "./coding-input.ts"
import { type MentionIndex, sameEntity, unique } from "./mention-index.ts"
import { tokenAt } from "./nearness.ts"
import type { Roles } from "./roles.ts"
import { subjectToken } from "./subject.ts"
import { childrenBy, hasUpos, isPassive, lemmaOf } from "./syntax.ts"

/** Whose words a token stands in: the resolved source of the innermost attribution around it, undefined in the narrator's. */
export interface Speakers {
  readonly at: (token: number) => Mention | undefined
}

export function findSpeakers({ analysis, attributions }: CodingInput, index: MentionIndex): Speakers {
  const speaker: (Mention | undefined)[] = new Array(analysis.count)
  const bySize = attributions
    .filter(({ source, content }) => source !== null && content !== null)
    .sort((a, b) => b.content!.end - b.content!.start - (a.content!.end - a.content!.start))
  for (const { source, content, chain, direct } of bySize) {
    const who = mentionIn(analysis, index, source!.start, source!.end)
    // Who wants or discusses a thing does not speak it: a speaker vouches for the words, or they are quoted.
    if (who === undefined || !(direct || chain.at(-1)?.name === who.actor?.name)) continue
    for (let token = tokenAt(analysis, content!.start); token < analysis.count; token++) {
      if (analysis.start[token]! >= content!.end) break
      speaker[token] = who
    }
  }
  return { at: (token) => speaker[token] }
}

/** The first mention with an actor within the offsets. */
function mentionIn(analysis: Analysis, index: MentionIndex, start: number, end: number): Mention | undefined {
  for (
    let token = tokenAt(analysis, start);
    token < analysis.count && analysis.start[token]! < end;
    token++
  ) {
    const mention = index.covering(token)
    if (mention !== undefined && mention.actor !== null) return mention
  }
  return undefined
}

const FIRST_PERSON = new Set(["we", "i", "us", "me", "our", "my"])
/** Words that show a judgement or a demand of whoever speaks. */
const JUDGING_AUXILIARIES = new Set(["must", "should", "need", "ought", "will", "can", "would"])

/**
 * Inside somebody's words, "we" is the speaker, and a clause in which no actor acts ("it is unacceptable", "the attacks must
 * stop") is the speaker's own act towards those it names.
 */
export function withSpeaker(analysis: Analysis, trigger: number, roles: Roles, speakers: Speakers): Roles {
  const speaker = speakers.at(trigger)
  if (speaker === undefined) return roles
  const subject = subjectToken(analysis, trigger)
  if (subject !== -1 && FIRST_PERSON.has(lemmaOf(analysis, subject)) && speakers.at(subject) === speaker)
    return { ...roles, actors: [speaker], recipients: without(roles.recipients, speaker), actorPath: "we" }
  if (roles.actors.length > 0 && !isJudgement(analysis, trigger)) return roles
  if (roles.actors.length > 0)
    return {
      ...roles,
      actors: [speaker],
      recipients: without(unique([...roles.actors, ...roles.recipients]), speaker),
      actorPath: "speaker",
      recipientPath: `judged>${roles.actorPath}`,
      reciprocal: false,
    }
  // "said that he was arrested": somebody else did it.
  if (isPassive(analysis, trigger)) return roles
  return { ...roles, actors: [speaker], recipients: without(roles.recipients, speaker), actorPath: "speaker" }
}

/** "Iran must stop", "the plan is unacceptable": what is said of somebody, not what they do. */
const isJudgement = (analysis: Analysis, trigger: number): boolean =>
  hasUpos(analysis, trigger, "ADJ") ||
  childrenBy(analysis, trigger, "aux").some(
    (child) => JUDGING_AUXILIARIES.has(lemmaOf(analysis, child)) && lemmaOf(analysis, child) !== "will",
  )

const without = (mentions: readonly Mention[], mention: Mention): Mention[] =>
  mentions.filter((other) => !sameEntity(other, mention))
