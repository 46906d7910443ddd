import type { QuantityKind } from "../../record/index.ts"
import type { Analysis } from "../../text/analysis.ts"
import type { Lexemes } from "./lexemes.ts"
import type { NumberReading } from "./number-words.ts"

/** A quantity by its lexemes, `last` exclusive. */
export interface QuantityReading {
  readonly kind: QuantityKind
  readonly value: number
  readonly unit: string | null
  readonly first: number
  readonly last: number
}

/** Where a number is being read: the number, its first lexeme, and the token it ends in. */
export interface Place {
  readonly lexemes: Lexemes
  readonly analysis: Analysis
  readonly at: number
  readonly number: NumberReading
}

export type QuantityRule = (place: Place) => QuantityReading | undefined
