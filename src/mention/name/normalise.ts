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
const NON_ASCII = /[^\u0000-\u007f]/

/** One word in the form in which names are compared: small letters, no accents, no apostrophes or full stops. */
export function normaliseWord(word: string): string {
  let form = word.toLowerCase()
  if (NON_ASCII.test(form))
    form = form
      .normalize("NFD")
      .replace(MARKS, "")
      .replace(SPECIAL, (letter) => SPECIAL_LETTERS[letter] ?? letter)
  return form.replace(/['’‘ʼ`.]/g, "")
}

/** A whole name as a key: its normalised words joined by single spaces; hyphens divide words. */
export const nameKey = (name: string): string =>
  name
    .split(/[\s\u2010-\u2015-]+/)
    .map(normaliseWord)
    .filter((word) => word !== "")
    .join(" ")
