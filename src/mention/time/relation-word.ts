import { formAt, type Lexemes } from "../quantity/lexemes.ts"
import { type CalendarSpan, type CalendarUnit, shiftDay, spanAround } from "./calendar-span.ts"
import { storyOf, type TimeContext } from "./context.ts"
import { todayOf } from "./days.ts"
import type { Relation } from "./lexicon.ts"
import { wordAt } from "./reading.ts"

/** How many units each relation steps, and whether from today or from the story. */
export const STEPS: Readonly<
  Record<Exclude<Relation, "recent">, { readonly step: -1 | 0 | 1; readonly ofStory: boolean }>
> = {
  last: { step: -1, ofStory: false },
  past: { step: -1, ofStory: false },
  this: { step: 0, ofStory: false },
  next: { step: 1, ofStory: false },
  coming: { step: 1, ofStory: false },
  previous: { step: -1, ofStory: true },
  following: { step: 1, ofStory: true },
  same: { step: 0, ofStory: true },
  that: { step: 0, ofStory: true },
}

export interface RelationWord {
  readonly relation: Relation
  /** The lexeme after the relation. */
  readonly end: number
  /** "the last year" spans a year; "last year" names one. */
  readonly definite: boolean
}

/** "last", "this past", "this coming", "the very next", "that same". */
export function readRelation(lexemes: Lexemes, at: number): RelationWord | undefined {
  const word = wordAt(lexemes, at)
  if (word?.kind !== "relation") return undefined
  const definite = formAt(lexemes, at - 1) === "the" || formAt(lexemes, at - 1) === "very"
  const second = wordAt(lexemes, at + 1)
  if (second?.kind === "relation" && word.relation === "that" && second.relation === "same")
    return { relation: "same", end: at + 2, definite: false }
  if (second?.kind === "relation" && word.relation === "this") {
    if (second.relation === "past" || second.relation === "last")
      return { relation: "last", end: at + 2, definite: false }
    if (second.relation === "coming" || second.relation === "next")
      return { relation: "next", end: at + 2, definite: false }
  }
  return { relation: word.relation, end: at + 1, definite }
}

export const baseOf = (context: TimeContext, ofStory: boolean): CalendarSpan | undefined =>
  ofStory ? storyOf(context) : todayOf(context)

/** The day that "the next day" follows: the story's, the day mentioned last, or today. */
export function dayOfStory(context: TimeContext): CalendarSpan | undefined {
  const story = storyOf(context)
  return story?.unit === "day" ? story : context.storyDay
}

export function stepSpan(
  base: CalendarSpan | undefined,
  unit: CalendarUnit,
  step: number,
): CalendarSpan | undefined {
  if (base === undefined) return undefined
  if (unit === "day" && base.unit !== "day") return undefined
  return spanAround(shiftDay(base.first, unit, step), unit)
}
