import type { Mention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { type MentionIndex, sameEntity, unique } from "./mention-index.ts"
import { antecedent } from "./subject.ts"
import { caseOf, childrenBy } from "./syntax.ts"

/** Ways through the tree from an act to those who take part in it. */

/** Mentions, and the way that led to them: "obj", "prep:with", "obj>poss". */
export interface Found {
  readonly mentions: readonly Mention[]
  readonly path: string
}
export const NOBODY: Found = { mentions: [], path: "" }

/** Prepositions through which an act reaches its recipient, by how directly they do. */
export const TOWARD = new Set(
  "with to against on upon over toward towards from for at into of between about among alongside off".split(
    " ",
  ),
)
export const PLACING = new Set("in inside near across throughout within around outside".split(" "))

export function subjectActors(index: MentionIndex, subject: number): Found {
  if (subject === -1) return NOBODY
  const direct = index.actorsAt(subject)
  if (direct.length > 0) return { mentions: direct, path: "nsubj" }
  const within = index.actorsWithin(subject)
  return within.length > 0 ? { mentions: within, path: "nsubj>poss" } : NOBODY
}

export function prepositional(
  analysis: Analysis,
  verb: number,
  index: MentionIndex,
  prepositions: ReadonlySet<string>,
): Found {
  const places: Found[] = childrenBy(analysis, verb, "obl", "nmod")
    .filter((child) => prepositions.has(caseOf(analysis, child).split(" ")[0] ?? ""))
    .map((child) => ({
      mentions: index.actorsWithin(antecedent(analysis, verb, child)),
      path: `prep:${caseOf(analysis, child)}`,
    }))
    .filter((found) => found.mentions.length > 0)
  return places[0] ?? NOBODY
}

export function placed(analysis: Analysis, noun: number, index: MentionIndex): Mention[] {
  return childrenBy(analysis, noun, "nmod")
    .filter((child) => PLACING.has(caseOf(analysis, child).split(" ")[0] ?? ""))
    .flatMap(index.actorsWithin)
}

/** The first way that reaches somebody other than the actors themselves. */
export function firstOther(actors: readonly Mention[], ways: readonly Found[]): Found {
  for (const way of ways) {
    const others = way.mentions.filter((mention) => !actors.some((actor) => sameEntity(actor, mention)))
    if (others.length > 0) return { mentions: unique(others), path: way.path }
  }
  return NOBODY
}
