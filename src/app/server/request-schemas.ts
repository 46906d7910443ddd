import { Type } from "typebox"

/** Parameters that several routes take. */

/** Ids are whatever the document gave: paths, addresses. */
const LONGEST_ID = 4000
const DAY = "^\\d{4}-\\d{2}-\\d{2}$"
const MOST_SKIPPED = 999_999_999

export const pairParams = Type.Object({
  pair: Type.String({
    pattern: "^[A-Z]{3}-[A-Z]{3}$",
    description: "Two alpha-3 codes in alphabetical order: BLR-CHN.",
  }),
})

export const idParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: LONGEST_ID }) })

/** An inclusive calendar day. */
export const day = (meaning: string) =>
  Type.Optional(Type.String({ format: "date", pattern: DAY, description: `${meaning}: 2023-12-03.` }))

/** One of some words. */
export const word = <const Words extends readonly string[]>(words: Words, meaning: string) =>
  Type.Optional(
    Type.Unsafe<Words[number]>({
      type: "string",
      enum: [...words],
      description: `${meaning}: one of ${words.join(", ")}.`,
    }),
  )

/** Who acts, of a pair whose codes stand in alphabetical order. */
export const direction = word(["forward", "backward"], "Who acts, the first of the pair or the second")

/** How many of a list are asked for at most. */
export const limit = (most: number, otherwise: number) =>
  Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: most,
      description: `How many at most: 1 to ${most}; ${otherwise} unless it is given.`,
    }),
  )

/** How many of a list are left out. */
export const offset = Type.Optional(
  Type.Integer({ minimum: 0, maximum: MOST_SKIPPED, description: "How many are left out before: 0, 50." }),
)
