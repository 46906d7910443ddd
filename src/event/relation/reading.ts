import type { Predicate } from "../../codebook/predicates.ts"
import type { EventType } from "../../record/index.ts"
import type { Analysis } from "../../text/analysis.ts"
import type { Matches } from "./matches.ts"
import type { Pair } from "./pair.ts"
import { within } from "./pair.ts"
import { eachChild, type SyntaxPath } from "./path.ts"
import { modalityOf, type Stance, stanceOf } from "./stance.ts"
import { lowerLemma } from "./words.ts"

/** How the rules read a pair: the act nearest to the recipient, what stands above it, and what the two make together. */
export interface Reading {
  /** Words from the actor's side to the recipient's, with the predicate that the lexicon sees in each. */
  readonly steps: readonly Step[]
  readonly act: Predicate | undefined
  readonly stance: Stance | "future" | "duty" | undefined
  readonly negated: boolean
  /** The category the rules arrive at. */
  readonly type: EventType | undefined
  /** The word of the act, -1 where the lexicon sees none. */
  readonly trigger: number
}

export interface Step {
  readonly token: number
  readonly predicate: Predicate | undefined
  readonly stance: Stance | undefined
}

/** Cooperation and concession: to be willing is to agree, to be unwilling to reject. */
const HELPFUL: ReadonlySet<string> = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
])
const HOSTILE: ReadonlySet<string> = new Set([
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
  "THREATEN",
])
const NOMINAL_PARTS = ["obj", "obl", "xcomp", "ccomp", "iobj"]

/** Reads a pair along its syntax path by the predicate lexicon. */
export function readPair(pair: Pair, path: SyntaxPath, matches: Matches): Reading {
  const { analysis: a } = pair
  const along = [...path.up, path.top, ...path.down].filter(
    (token) => !within(pair.actor, token) && !within(pair.recipient, token),
  )
  const tokens = withParts(pair, along, path.kind === "between" ? 1 : 2)
  const steps = tokens.map((token) => ({
    token,
    predicate: matches(token),
    stance: stanceOf(lowerLemma(a, token)),
  }))
  return compose(a, steps)
}

/** Adds the objects and complements of the words on the path, which the path itself passes by: "gave R an ultimatum". */
function withParts(
  { analysis: a, actor, recipient }: Pair,
  along: readonly number[],
  depth: number,
): number[] {
  const tokens = [...along]
  for (let layer = 0, from = 0; layer < depth; layer += 1) {
    const to = tokens.length
    for (; from < to; from += 1) {
      const token = tokens[from] as number
      eachChild(a, token, (child, relation) => {
        if (
          NOMINAL_PARTS.includes(relation) &&
          !tokens.includes(child) &&
          !within(actor, child) &&
          !within(recipient, child)
        )
          tokens.push(child)
      })
    }
  }
  return tokens
}

function compose(a: Analysis, steps: readonly Step[]): Reading {
  const at = steps.findLastIndex(({ predicate }) => predicate !== undefined)
  const act = steps[at]?.predicate
  const trigger = steps[at]?.token ?? -1
  let stance: Reading["stance"]
  let negated = false
  for (let step = 0; step <= at; step += 1) {
    const { token, stance: own } = steps[step] as Step
    const modality = modalityOf(a, token)
    if (modality.negated) negated = true
    if (step < at && own !== undefined) stance ??= own
    if (modality.duty) stance ??= "duty"
    if (modality.future) stance ??= "future"
  }
  return { steps, act, stance, negated, trigger, type: act && categoryOf(act.type, stance, negated) }
}

/** What an act under a stance comes to: "refuses to release" is a rejection, "threatens to attack" a threat. */
function categoryOf(act: EventType, stance: Reading["stance"], negated: boolean): EventType {
  const helpful = HELPFUL.has(act)
  const hostile = HOSTILE.has(act)
  if (stance === "blame") return "ACCUSE"
  if (stance === "praise") return "SUPPORT"
  if (stance === "demand" || stance === "duty") return "REQUEST"
  if (stance === "refusal") return "REJECT"
  if (stance === "acceptance") return act === "REQUEST" || act === "REJECT" ? "CONCEDE" : act
  if (negated && helpful) return "REJECT"
  if (stance === "threat") return hostile ? "THREATEN" : helpful ? "AGREE" : act
  if (stance === "intent" || stance === "future") return helpful ? "AGREE" : hostile ? "THREATEN" : act
  if (stance === "end") return hostile ? "RETREAT" : act
  return act
}
