import { isCalendarDay } from "../../record/index.ts"
import { RequestError } from "./request-error.ts"

/** An address's query, as it was given. */
export type Query = Readonly<Record<string, string | undefined>>

/** One of the allowed words; undefined where nothing is given. Throws RequestError for any other. */
export function oneOf<T extends string>(query: Query, name: string, allowed: readonly T[]): T | undefined {
  const value = query[name]
  if (!value) return undefined
  if (!(allowed as readonly string[]).includes(value))
    throw new RequestError(400, `${name} "${value}" is unknown.`, `One of ${allowed.join(", ")}.`)
  return value as T
}

/** Some of the allowed words, with commas between them. */
export function someOf<T extends string>(
  given: string | undefined,
  name: string,
  allowed: readonly T[],
): T[] {
  const values = (given ?? "").split(",").filter((value) => value !== "")
  return values.flatMap((value) => oneOf({ [name]: value }, name, allowed) ?? [])
}

export function isoDay(query: Query, name: string): string | undefined {
  const value = query[name]
  if (!value) return undefined
  if (!isCalendarDay(value))
    throw new RequestError(400, `${name} "${value}" is no day.`, "Days are ISO: 2023-12-03.")
  return value
}

export function wholeNumber(query: Query, name: string, otherwise: number): number {
  const value = query[name]
  if (!value) return otherwise
  if (!/^\d{1,9}$/.test(value))
    throw new RequestError(400, `${name} "${value}" is no whole number.`, `For example ${name}=${otherwise}.`)
  return Number(value)
}
