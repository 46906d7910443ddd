import type { QuantityMention } from "../../record/index.ts"
import type { Analysis } from "../../text/analysis.ts"
import { harmOf } from "./casualties.ts"
import { childWhere, lemmaOf, relationOf, tagOf } from "./syntax.ts"

/** Nouns for one person whom "a" may count: "killing a soldier". */
const ONE_PERSON =
  /^(man|woman|boy|girl|child|person|soldier|officer|policeman|policewoman|civilian|journalist|protester|protestor|demonstrator|student|teacher|worker|driver|guard|militant|rebel|gunman|fighter|commander|leader|diplomat|ambassador|politician|lawmaker|activist|lawyer|judge|doctor|nurse|pilot|passenger|tourist|villager|resident|citizen|national|American|Briton|Palestinian|Israeli|Iraqi|Afghan|Russian|Ukrainian|Syrian|general|colonel|member|peacekeeper|contractor|baby|infant|teenager|farmer|priest|cleric|cameraman|reporter|photographer|interpreter|translator|bystander)$/

/** One killed or injured whom an article counts: "A soldier was killed", "killing four guards and a woman". */
export function findSingleVictims(analysis: Analysis): QuantityMention[] {
  const found: QuantityMention[] = []
  for (let token = 0; token < analysis.count; token++) {
    if (relationOf(analysis, token) !== "det" || !/^an?$/.test(lemmaOf(analysis, token))) continue
    const noun = analysis.head[token] ?? -1
    if (noun <= token || !ONE_PERSON.test(lemmaOf(analysis, noun)) || !/^NNP?$/.test(tagOf(analysis, noun)))
      continue
    if (childWhere(analysis, noun, (child) => relationOf(analysis, child).startsWith("nummod")) >= 0) continue
    const harm = harmOf(analysis, noun)
    if (harm !== "killed" && harm !== "injured") continue
    const [start, end] = [analysis.start[token] ?? 0, analysis.end[noun] ?? 0]
    found.push({
      kind: "casualties",
      value: 1,
      unit: harm,
      start,
      end,
      text: analysis.text.slice(start, end),
    })
  }
  return found
}
