import { type TSchema, Type } from "typebox"
import { EVENT_TYPES, QUADS, STATUSES } from "../../../record/index.ts"

/** The smallest parts of answers. A schema with an `$id` stands once in the OpenAPI document, under that name. */

export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
export const list = <Schema extends TSchema>(schema: Schema, description?: string) =>
  Type.Array(schema, description === undefined ? {} : { description })

/** One of the words. */
export const choice = <const Words extends readonly string[]>(words: Words, options: object = {}) =>
  Type.Unsafe<Words[number]>({ type: "string", enum: [...words], ...options })

export const text = Type.String()
export const flag = Type.Boolean()
export const number = Type.Number()
export const count = Type.Integer({ minimum: 0 })
export const isoDay = Type.String({ format: "date" })
export const month = Type.String({ pattern: "^\\d{4}-\\d{2}$" })
export const pairCode = Type.String({ pattern: "^[A-Z]{3}-[A-Z]{3}$" })
export const countryCode = orNull(Type.String({ pattern: "^[A-Z]{3}$" }))

export const eventType = choice(EVENT_TYPES, { $id: "EventType" })
export const status = choice(STATUSES, { $id: "Status" })
export const quad = choice(QUADS, { $id: "Quad" })
export const quadCounts = Type.Object({
  "verbal cooperation": number,
  "material cooperation": number,
  "verbal conflict": number,
  "material conflict": number,
})

export const country = Type.Object({ code: text, name: text }, { $id: "Country" })
export const textSpan = Type.Object({ start: count, end: count, text }, { $id: "TextSpan" })
export const owner = Type.Object(
  { key: text, state: Type.Boolean({ description: "A state owns, funds or runs it." }) },
  { $id: "Owner" },
)
export const outletLabel = Type.Object(
  {
    name: text,
    country: countryCode,
    owner: orNull(text),
    affiliation: choice(["state-affiliated", "independent", "unknown"]),
  },
  { $id: "Outlet" },
)
