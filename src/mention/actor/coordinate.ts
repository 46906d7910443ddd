import { formOf } from "./chunks.ts"
import { agentActor } from "./compose.ts"
import type { Draft } from "./draft.ts"
import type { Finding } from "./items.ts"

const JOINTS = new Set([",", "and", "or", "&"])

/** "the Israeli, Greek and Moldovan governments" are three: each adjective of the list stands for one. */
export function spreadPlural(finding: Finding, drafts: readonly Draft[]): void {
  const top = drafts.filter(({ nested }) => !nested)
  for (let at = top.length - 1; at > 0; at -= 1) {
    const noun = top[at]!
    const { agent, actor } = noun
    if (agent === undefined || !noun.plural || noun.name !== undefined || !actor?.country) continue
    let first = noun.first
    for (let back = at - 1; back >= 0; back -= 1) {
      const adjective = top[back]!
      if (adjective.type !== "nationality" || !isJoined(finding, adjective.last, first)) break
      first = adjective.first
      const country = adjective.actor?.country
      if (!country) continue
      adjective.agent = agent
      adjective.type = noun.type
      adjective.plural = agent.kind === "person"
      const name = `${formOf(finding.analysis, adjective.core)} ${agent.lemma}`
      adjective.actor = agentActor({ agent, name, country, of: undefined, former: noun.former })
    }
  }
}

/** Only commas and conjunctions stand between the end of one mention and the beginning of the next. */
function isJoined({ analysis }: Finding, last: number, first: number): boolean {
  if (last >= first || first - last > 2) return false
  for (let token = last; token < first; token += 1) if (!JOINTS.has(formOf(analysis, token))) return false
  return true
}
