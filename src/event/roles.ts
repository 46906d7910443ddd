import type { Mention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import type { MentionIndex } from "./mention-index.ts"
import { nounRoles } from "./noun-roles.ts"
import { childBy, hasUpos } from "./syntax.ts"
import { verbRoles } from "./verb-roles.ts"

/** Who does it and to whom, as the syntax around a trigger tells. */
export interface Roles {
  readonly actors: readonly Mention[]
  readonly recipients: readonly Mention[]
  /** Mentions that stand as the place of the act ("in Syria"): recipients of some types (a visit, an attack), not of others. */
  readonly located: readonly Mention[]
  /** How the recipients were reached: "obj", "prep:with", "obj>nmod:on" …; "" where there are none. */
  readonly recipientPath: string
  /** How the actors were reached: "nsubj", "agent", "poss" …; "" where there are none. */
  readonly actorPath: string
  /** Both sides act alike: "X met with Y", "talks between X and Y". */
  readonly reciprocal: boolean
}

/** The participants of the act that the trigger tells: by its verb frame, or by what hangs on the noun and its light verb. */
export function findRoles(analysis: Analysis, trigger: number, index: MentionIndex): Roles {
  const nominal = hasUpos(analysis, trigger, "NOUN", "PROPN") && childBy(analysis, trigger, "cop") === -1
  return nominal ? nounRoles(analysis, trigger, index) : verbRoles(analysis, trigger, index)
}
