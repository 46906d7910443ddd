import type { Analysis } from "../../text/analysis.ts"
import { perToken } from "../../text/per-analysis.ts"
import { eachChild } from "./path.ts"
import { lowerLemma } from "./words.ts"

/** What a governing word does to the act below it. */
export const STANCES = [
  "intent",
  "refusal",
  "threat",
  "demand",
  "blame",
  "praise",
  "acceptance",
  "end",
] as const
export type Stance = (typeof STANCES)[number]

const WORDS: Readonly<Record<Stance, string>> = {
  intent:
    "agree promise pledge offer plan intend prepare propose expect commit volunteer undertake consent hope schedule ready willing prepared due set keen eager commitment readiness willingness plan pledge promise offer consider aim want",
  refusal:
    "refuse decline reject fail rule deny cancel refusal rejection denial unwilling reluctant veto oppose spurn rebuff resist block dismiss turn unable failure",
  threat: "threaten warn vow threat warning ultimatum swear caution",
  demand:
    "urge demand ask call order tell press request insist appeal pressure push require instruct implore beg petition plead exhort want",
  blame:
    "accuse blame criticise criticize condemn denounce slam sue investigate charge fault rebuke suspect deplore decry lambast censure convict indict allege protest",
  praise:
    "praise welcome hail defend back support thank applaud laud endorse commend salute congratulate favour favor",
  acceptance: "accept concede bow yield approve grant give acquiesce accede submit",
  end: "stop end halt suspend cease abandon lift drop reverse scrap",
}
const STANCE_OF = new Map<string, Stance>(
  STANCES.flatMap((stance) => WORDS[stance].split(" ").map((word) => [word, stance] as const)),
)
const FUTURE = new Set(["will", "shall", "wo", "'ll", "would", "going"])
const DUTY = new Set(["must", "should", "ought", "need"])
const NEGATION = new Set(["not", "n't", "never", "no", "nt"])

/** The stance that the word itself takes, undefined for most words. */
export const stanceOf = (lemma: string): Stance | undefined => STANCE_OF.get(lemma)

/** What the auxiliaries and negation of a verb add. */
export interface Modality {
  readonly future: boolean
  readonly duty: boolean
  readonly negated: boolean
  readonly passive: boolean
}

export const modalityOf = perToken((a: Analysis, token: number): Modality => {
  let future = false
  let duty = false
  let negated = false
  let passive = false
  eachChild(a, token, (child, relation) => {
    const lemma = lowerLemma(a, child)
    if (relation === "aux" || relation === "cop") {
      if (FUTURE.has(lemma)) future = true
      if (DUTY.has(lemma)) duty = true
    }
    if (relation === "aux:pass") passive = true
    if (relation === "advmod" && NEGATION.has(lemma)) negated = true
  })
  return { future, duty, negated, passive }
})
