import type { CountryScene } from "../../src/mention/actor/country-features.ts"
import { eachCountry } from "../../src/mention/actor/country-features.ts"
import type { Draft } from "../../src/mention/actor/draft.ts"
import { FeatureList } from "../../src/mention/attribution/features.ts"
import { eachAntecedent } from "../../src/mention/coreference/antecedent-features.ts"
import type { AntecedentScene } from "../../src/mention/coreference/candidates.ts"
import type { Judge } from "../../src/mention/coreference/judge.ts"
import { type Choice, ChoiceBuilder } from "./choice-trainer.ts"

/** Says which candidate is right: its index, -1 for none, undefined where the annotation does not tell. */
export interface Teacher {
  readonly antecedent: (scene: AntecedentScene) => number | undefined
  readonly country: (scene: CountryScene) => number | undefined
}

/** How often a judge was right, by what it judged. */
export class Tally {
  readonly counts = new Map<string, { right: number; all: number }>()

  add(kind: string, right: boolean): void {
    const count = this.counts.get(kind) ?? { right: 0, all: 0 }
    count.all += 1
    if (right) count.right += 1
    this.counts.set(kind, count)
  }

  toString(): string {
    return [...this.counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, { right, all }]) => `${kind} ${((100 * right) / all).toFixed(1)} of ${all}`)
      .join(", ")
  }
}

export interface Collected {
  readonly antecedents: Choice[]
  readonly countries: Choice[]
}

/** Looks on while mentions are chained: keeps each decision that the teacher can label, and decides as it says. */
export function collectingJudge(
  teacher: Teacher,
  fallback: Judge,
  { antecedents, countries }: Collected,
  weight: number,
): Judge {
  const list = new FeatureList()
  return {
    antecedent(scene) {
      const right = teacher.antecedent(scene)
      if (right === undefined) return fallback.antecedent(scene)
      const builder = new ChoiceBuilder()
      eachAntecedent(scene, list, () => builder.add(list))
      antecedents.push(builder.done(right < 0 ? scene.candidates.length : right, false, weight))
      return right
    },
    country(scene) {
      const right = teacher.country(scene)
      if (right === undefined) return fallback.country(scene)
      const builder = new ChoiceBuilder()
      eachCountry(scene, list, () => builder.add(list))
      countries.push(builder.done(right < 0 ? scene.candidates.length : right, false, weight))
      return right
    },
  }
}

/** Lets a judge decide, and counts how often it decides as the teacher says. */
export function measuringJudge(teacher: Teacher, judge: Judge, tally: Tally): Judge {
  return {
    antecedent(scene) {
      const chosen = judge.antecedent(scene)
      const right = teacher.antecedent(scene)
      if (right !== undefined) tally.add(scene.anaphor.kind, chosen === right)
      return chosen
    },
    country(scene) {
      const chosen = judge.country(scene)
      const right = teacher.country(scene)
      if (right !== undefined) tally.add(`country of ${nameOf(scene.draft)}`, chosen === right)
      return chosen
    },
  }
}

const nameOf = ({ name, type }: Draft): string => (name === undefined ? "a description" : `a ${type}'s name`)
