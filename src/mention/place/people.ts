import type { Mention } from "../../record/mention.ts"
import type { Analysis } from "../../text/analysis.ts"
import type { NameSpan } from "./tagger.ts"

const CAPITAL = /^[\p{Lu}\p{Lt}]/u

/**
 * Leaves out the names that are somebody's: the last word of a person's name ("John Houston"), or the words with which the
 * name of the person meant begins ("Paris Hilton"). "The mayor of London" and "Houston Police Chief Art Acevedo" keep theirs.
 */
export function withoutPeople(
  spans: readonly NameSpan[],
  analysis: Analysis,
  mentions: readonly Mention[],
): NameSpan[] {
  const people = mentions.filter(({ type, anaphor }) => type === "person" && !anaphor)
  if (people.length === 0) return [...spans]
  return spans.filter((span) => !people.some((person) => isOfName(span, person, analysis)))
}

function isOfName({ first, last }: NameSpan, person: Mention, { text, start, end }: Analysis): boolean {
  if (first < person.first || last > person.last || last - first >= person.last - person.first) return false
  const wordAt = (at: number): string => text.slice(start[at], end[at])
  if (last === person.last && CAPITAL.test(wordAt(first - 1))) return true
  const name = person.actor?.kind === "person" ? person.actor.name : undefined
  const words = text.slice(start[first], end[last - 1])
  return CAPITAL.test(wordAt(last)) && name?.startsWith(`${words} `) === true
}
