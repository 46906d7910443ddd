/** Something that is no correction; the message names the field, its value and what is expected. */
export class CorrectionError extends Error {
  override readonly name = "CorrectionError"
}

export type Json = Readonly<Record<string, unknown>>

/** How much of a wrong value a message shows, in characters. */
const SHOWN = 60

export const shown = (value: unknown): string => {
  const json = JSON.stringify(value) ?? "nothing"
  return json.length > SHOWN ? `${json.slice(0, SHOWN)}…` : json
}

export const wrong = (field: string, value: unknown, expected: string): CorrectionError =>
  new CorrectionError(`"${field}" is ${shown(value)}; it must be ${expected}`)

export function object(value: unknown, field: string): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw wrong(field, value, "an object")
  return value as Json
}

/** A text with something in it, at most so long. */
export function words(value: unknown, field: string, longest: number): string {
  if (typeof value !== "string" || value.trim() === "" || value.length > longest)
    throw wrong(field, value, `a text of 1 to ${longest} characters`)
  return value.trim()
}

export const orNull = <T>(value: unknown, read: (value: unknown) => T): T | null =>
  value === null || value === undefined ? null : read(value)

export function oneOf<T extends string>(value: unknown, field: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw wrong(field, value, `one of ${allowed.join(", ")}`)
  return found
}

export function offset(value: unknown, field: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw wrong(field, value, "a whole number from 0")
  return value
}
