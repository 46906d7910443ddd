import { nameWords } from "../../record/index.ts"

/** Words that tell nothing about whose office it is. */
const EMPTY = new Set("the a an of and for in on at to by from".split(" "))

const wordsOf = (name: string): string[] => nameWords(name).filter((word) => !EMPTY.has(word))

/** True where one name holds all words of the other: "Rice" and "Condoleezza Rice". */
export function namesAgree(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const within = (some: readonly string[], all: readonly string[]) =>
    some.length > 0 && some.every((word) => all.includes(word))
  return within(left, right) || within(right, left)
}

/** Whether a teller is one of an event's own actors: 0 no, 1 by name, 2 of the same state, 3 the event has no actor. */
export function ownness(
  { name, country }: { readonly name: string; readonly country?: string },
  actors: readonly { readonly name: string; readonly country: string | null }[],
): number {
  if (actors.length === 0) return 3
  if (actors.some((actor) => namesAgree(actor.name, name))) return 1
  return country !== undefined && actors.some((actor) => actor.country === country) ? 2 : 0
}
