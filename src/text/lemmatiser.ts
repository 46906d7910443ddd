import type { DataFiles } from "../codebook/data-files.ts"
import { parseTsv } from "../codebook/tsv.ts"
import { plainForm } from "./word-features.ts"

const FILE = "models/lemmas.tsv"
/** Forms of one tag whose lemma is remembered; beyond, they are looked up anew. */
const MOST_REMEMBERED = 4096
const VOWELS = /[aeiouy]/u
const DOUBLED = /([bdgklmnprtvz])\1$/u
/** Stems after which a dropped "e" is more likely than not: "escalat-", "announc-", "urg-", "involv-", "settl-". */
const WANTS_E =
  /(?:[^aeiou]at|[aeiou]at|iz|[^s]is|[aeo]us|[aeiou]v|lv|rv|[csu]u|[^aeiou]c|[aeiou]c|[^aeion]g|[^aeiou]ng|rg|dg|[bcdfgkptz]l|[^aeiou]s|as|os|[ai]r|ur|ut|ot|iv|od|ud|id|ag|ak|ik|ok|uk|ap|ip|op|in|an|on|am|im|om|um)$/u
const ENDS_NEVER_IN_E =
  /(?:er|en|on|it|et|ck|ct|nd|nt|st|ed|ew|ow|sh|ch|lt|rt|pt|rm|rn|lk|sk|ll|ss|ff|ay|oy|ey|ee|ea.|oo.|ai[ln]|xt|x|w|ght)$/u
const SIBILANT = /(?:ch|sh|x|ss|zz|[^o]o)es$/u

/** Adjectives of nationality keep their capital: "Chilean", "Finnish", "Iraqi". */
const NATIONALITY = /^\p{Lu}.{2,30}(?:ish|ese|[cei]an|i)$/u

/** Finds the dictionary form of a word from its form and Penn tag. */
export interface Lemmatiser {
  readonly lemma: (form: string, tag: string) => string
}

/** Reads the exceptions and the known base forms (scripts/train-lemmas.ts). `isWord` says which words exist. */
export function loadLemmatiser(data: DataFiles, isWord: (word: string) => boolean): Lemmatiser {
  const exceptions = new Map<string, string>()
  const verbs = new Set<string>()
  for (const { cells } of parseTsv(FILE, data.text(FILE), ["form", "tag", "lemma"])) {
    if (cells.tag === "VB" && cells.form === cells.lemma) verbs.add(cells.lemma ?? "")
    exceptions.set(`${cells.form} ${cells.tag}`, cells.lemma ?? "")
  }
  const find = (form: string, tag: string): string =>
    exceptions.get(`${plainForm(form).toLowerCase()} ${tag}`) ?? ruleLemma(form, tag, verbs, isWord)
  const byTag = new Map<string, Map<string, string>>()
  return {
    lemma: (form, tag) => {
      let known = byTag.get(tag)
      if (known === undefined || known.size > MOST_REMEMBERED) {
        known = new Map()
        byTag.set(tag, known)
      }
      let lemma = known.get(form)
      if (lemma === undefined) {
        lemma = find(form, tag)
        known.set(form, lemma)
      }
      return lemma
    },
  }
}

/** The lemma by the rules of English inflection alone. */
export function ruleLemma(
  form: string,
  tag: string,
  verbs: ReadonlySet<string>,
  isWord: (word: string) => boolean,
): string {
  if (tag === "NNP" || tag === "ADD" || tag === "GW") return form
  if (tag === "NNPS") return singular(form)
  if (tag === "JJ" && NATIONALITY.test(form)) return form
  const word = form.toLowerCase()
  if (tag === "NNS") return singular(word)
  if (tag === "VBZ") return singular(word)
  if (tag === "VBD" || tag === "VBN") return base(word, "ed", verbs, isWord)
  if (tag === "VBG") return base(word, "ing", verbs, isWord)
  if (tag === "JJR" || tag === "RBR") return base(word, "er", verbs, isWord)
  if (tag === "JJS" || tag === "RBS") return base(word, "est", verbs, isWord)
  return word
}

function singular(word: string): string {
  if (word.length <= 3 || !/s$/iu.test(word)) return word
  if (/[^aeiou]ies$/iu.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (SIBILANT.test(word.toLowerCase())) return word.slice(0, -2)
  return /(?:ss|us|is)$/iu.test(word) ? word : word.slice(0, -1)
}

function base(
  word: string,
  ending: string,
  verbs: ReadonlySet<string>,
  isWord: (word: string) => boolean,
): string {
  if (!word.endsWith(ending)) return word
  const stem = word.slice(0, -ending.length)
  if (!VOWELS.test(stem) || stem.length < 2) return word
  const candidates = candidatesOf(stem, ending)
  return candidates.find((one) => verbs.has(one)) ?? candidates.find(isWord) ?? candidates[0]!
}

/** Possible bases of a stem, the likeliest first. */
function candidatesOf(stem: string, ending: string): string[] {
  if (ending !== "ing" && /[^aeiou]i$/u.test(stem)) return [`${stem.slice(0, -1)}y`, stem]
  if (DOUBLED.test(stem))
    return /(?:ll|zz)$/u.test(stem) ? [stem, stem.slice(0, -1)] : [stem.slice(0, -1), stem]
  const withE = `${stem}e`
  return WANTS_E.test(stem) && !ENDS_NEVER_IN_E.test(stem) ? [withE, stem] : [stem, withE]
}
