/** Letters that Unicode does not take apart into a base letter and a mark. */
const SPECIAL_LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  æ: "ae",
  œ: "oe",
  ə: "a",
}
const SPECIAL = /[ßøđðþłıæœə]/g
const MARKS = /\p{M}/gu
const NON_ASCII = /[\u0080-\uffff]/

/** One word in the form in which names are compared: small letters, no accents, no full stops. */
export function normaliseWord(word: string): string {
  let form = word.toLowerCase()
  if (NON_ASCII.test(form))
    form = form
      .normalize("NFD")
      .replace(MARKS, "")
      .replace(SPECIAL, (letter) => SPECIAL_LETTERS[letter] ?? letter)
  return form.includes(".") ? form.replaceAll(".", "") : form
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
/** Signs that may stand inside or at the end of a name's word: "AT&T", "Euro+", "AFC/M23". */
const INNER_SIGNS = new Set([..."&/+."].map((sign) => sign.charCodeAt(0)))

/** True for letters and digits; ASCII is decided without a regular expression. */
export function isWordCode(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  return LETTER_OR_DIGIT.test(String.fromCharCode(code)) || (code >= 0x300 && code <= 0x36f)
}

/**
 * The normalised words of a name: "Gideon Sa'ar" → gideon, sa, ar. Spaces, hyphens, apostrophes and any other
 * punctuation divide; full stops are dropped: "U.S." → us.
 */
export function nameWords(name: string): string[] {
  const words: string[] = []
  let from = -1
  for (let at = 0; at <= name.length; at += 1) {
    const code = at < name.length ? name.charCodeAt(at) : 32
    if (isWordCode(code) || (from >= 0 && INNER_SIGNS.has(code))) {
      if (from < 0) from = at
    } else if (from >= 0) {
      const form = normaliseWord(name.slice(from, at))
      if (form !== "") words.push(form)
      from = -1
    }
  }
  return words
}

/** A whole name as a key: its normalised words joined by single spaces. */
export const nameKey = (name: string): string => nameWords(name).join(" ")
