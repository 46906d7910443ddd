/** A mode's or context's code as words: "third-party" stays, "human_rights" → "human rights". */
export const codeWords = (code: string): string => code.replaceAll("_", " ")

/** "Consult", "visit" → "Consult, visit". */
export const typeWords = (typeName: string, mode: string | null): string =>
  mode === null ? typeName : `${typeName}, ${codeWords(mode)}`
