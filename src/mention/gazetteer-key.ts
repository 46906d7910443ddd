/** Letters that Unicode does not decompose, as English texts write them. */
const FOLDED: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ə: "a",
  ʻ: "",
  ʼ: "",
  ʿ: "",
  ʾ: "",
}
/** Words that names spell out or shorten at will. */
const SHORTENED: Readonly<Record<string, string>> = { saint: "st", sainte: "ste", mount: "mt", fort: "ft" }
const MARKS = /\p{M}+/gu
const SILENT = /['’‘`´.ʹʺ"“”]/g
const GAPS = /[\s\-–—_/,]+/g
/** Names that need no folding: single spaces, plain letters. */
const SIMPLE = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/
const SHORTENABLE = /saint|mount|fort/
const PLAIN = /^[a-z0-9 &()]*$/

/**
 * The form under which a place name is looked up: lower case, without diacritics, apostrophes and full stops, hyphens as
 * spaces, Saint, Mount and Fort shortened. Null where letters of another script remain.
 */
export function placeKey(name: string): string | null {
  if (SIMPLE.test(name)) return shorten(name.toLowerCase())
  const lower = name.toLowerCase().normalize("NFD").replace(MARKS, "")
  const folded = PLAIN.test(lower) ? lower : foldLetters(lower)
  const words = folded.replace(SILENT, "").replace(GAPS, " ").trim()
  if (!PLAIN.test(words) || words === "") return null
  return shorten(words)
}

const shorten = (words: string): string =>
  SHORTENABLE.test(words)
    ? words
        .split(" ")
        .map((word) => SHORTENED[word] ?? word)
        .join(" ")
    : words

function foldLetters(text: string): string {
  let out = ""
  for (const letter of text) out += FOLDED[letter] ?? letter
  return out
}
