import { RequestError } from "./request-error.ts"

/** Some of the allowed words, with commas between them. Throws RequestError for any other. */
export function someOf<T extends string>(
  given: string | undefined,
  name: string,
  allowed: readonly T[],
): T[] {
  const isAllowed = (value: string): value is T => (allowed as readonly string[]).includes(value)
  return (given ?? "")
    .split(",")
    .filter((value) => value !== "")
    .map((value) => {
      if (isAllowed(value)) return value
      throw new RequestError(400, `${name} "${value}" is unknown.`, `Some of ${allowed.join(", ")}.`)
    })
}
