import type { PEOPLE_COLUMNS } from "../../src/mention/lexicon/person-file.ts"

export type PersonRow = Readonly<Record<(typeof PEOPLE_COLUMNS)[number], string>>

const LOWER_PARTICLES = new Set(
  "al el bin ibn bint de del della der den von van da dos das du la le ul ur ud ould ag of e y".split(" "),
)

/** "MOHAMMAD JAVAD AL-ZARIF" or a mixed "Alyaksandr LUKASHENKA" in ordinary capitals; particles inside a name stay small. */
export function toNameCase(words: string): string {
  return words
    .split(" ")
    .map((word, at) =>
      word
        .split("-")
        .map((part, inner) => casePart(part, at > 0 || (inner === 0 && word.includes("-"))))
        .join("-"),
    )
    .join(" ")
}

function casePart(part: string, inside: boolean): string {
  const lower = part.toLowerCase()
  if (inside && LOWER_PARTICLES.has(lower)) return lower
  if (/^[IVX]+$/.test(part)) return part
  const letters = part === part.toUpperCase() ? lower : part
  return letters.replace(/^\p{L}|['’]\p{L}(?=\p{L})/gu, (letter) => letter.toUpperCase())
}
