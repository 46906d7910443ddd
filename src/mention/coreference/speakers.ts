import { type Draft, newDraft } from "../actor/draft.ts"
import type { Finding } from "../actor/items.ts"
import { pronounKind } from "./pronouns.ts"
import { isSubject, topOf } from "./word-codes.ts"

/** The subject outside the quotation, behind the pronoun in its sentence: who speaks in '"We are ready," the minister said'. */
function speakerBehind({ analysis, quoted }: Finding, token: number): number {
  const { last } = analysis.sentences[analysis.sentence[token]!]!
  let at = token
  while (at < last && quoted[at] === 1) at += 1
  for (; at < last; at += 1) if (quoted[at] === 0 && isSubject(analysis, at)) return at
  return -1
}

/** First persons whose speaker is named behind them, as token → the speaker's head. */
export function findSpeakersBehind(finding: Finding): Map<number, number> {
  const speakers = new Map<number, number>()
  for (let token = 0; token < finding.analysis.count; token += 1) {
    if (finding.quoted[token] === 0) continue
    const kind = pronounKind(finding.analysis, token, finding.quoted)
    if (kind !== "speaker" && kind !== "speakers") continue
    const speaker = speakerBehind(finding, token)
    if (speaker >= 0) speakers.set(token, speaker)
  }
  return speakers
}

/** The mentions of those first persons, once it is known who the speakers are. */
export function readSpeakers(
  { analysis }: Finding,
  drafts: readonly Draft[],
  speakers: ReadonlyMap<number, number>,
): Draft[] {
  if (speakers.size === 0) return []
  const byTop = new Map<number, Draft>()
  for (const draft of drafts) if (!draft.nested) byTop.set(topOf(analysis, draft), draft)
  return [...speakers].flatMap(([token, top]) => {
    const speaker = byTop.get(top)
    if (speaker === undefined || speaker.type === "other" || speaker.actor === null) return []
    const { type, actor, person, plural, chain } = speaker
    return newDraft({ first: token, last: token + 1, type, actor, person, plural, chain, anaphor: true })
  })
}
