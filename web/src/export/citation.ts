import type { RecordVersion } from "../../../src/view/record-version.ts"
import { dayWords } from "../wording/dates.ts"
import { counted } from "../wording/numbers.ts"

/** What is cited: a chart's title, and the address that restores it, without its host. */
export interface Cited {
  readonly title: string
  readonly path: string
}

/** Which data a chart was drawn from, in one line: what stands under an exported picture. */
export function versionWords({ fingerprint, documents, outlets, first, last, coder }: RecordVersion): string {
  const days = first === null || last === null ? "" : `, ${dayWords(first)} to ${dayWords(last)}`
  const corpus = `${counted(documents, "article")} of ${counted(outlets, "outlet")}${days}`
  return `Data version ${fingerprint}: ${corpus}; coded by ${coder === "" ? "nothing yet" : coder}`
}

/** A citation in one paragraph. */
export const citationText = ({ title, path }: Cited, version: RecordVersion): string =>
  `Chancery: ${title}. ${versionWords(version)}. View: ${path}`

const BIBTEX_SPECIAL = /[\\{}$&#%_~^]/g

/** The same as a BibTeX entry; its key holds the data version, so that two versions are two entries. */
export function citationBibtex({ title, path }: Cited, version: RecordVersion): string {
  const safe = (words: string) =>
    words.replaceAll(BIBTEX_SPECIAL, (character) =>
      character === "\\"
        ? "\\textbackslash{}"
        : character === "~"
          ? "\\~{}"
          : character === "^"
            ? "\\^{}"
            : `\\${character}`,
    )
  return [
    `@misc{chancery-${version.fingerprint},`,
    "  author = {{Chancery}},",
    `  title = {{${safe(title)}}},`,
    `  note = {${safe(versionWords(version))}},`,
    `  howpublished = {${safe(path)}}`,
    "}",
    "",
  ].join("\n")
}
