import type { ArticleDraft } from "../../text/article-draft.ts"

/** Words that English prose cannot do without and that hardly another language has. */
const ENGLISH = new Set(
  "the of and to that for is was with by as it be he on at from his has have are which not they were an had but said who will their been its would this more than or about after when also her she there".split(
    " ",
  ),
)
/** So many words show what language a text is in. */
const LOOKED_AT = 300
/** A text with this share of them is English; one with less may be a list of names, or another language. */
const ENGLISH_SHARE = 0.14
/** Fewer words than this tell nothing about a text in Latin script. */
const FEWEST_WORDS = 12
/** A text in which less than this share of the letters is Latin is not English, however short. */
const LATIN_SHARE = 0.5
const EXCERPT = 3000

interface Look {
  readonly words: number
  readonly englishShare: number
  readonly latinShare: number
}

/** Looks at a text's words and letters. */
function look(text: string): Look {
  const excerpt = text.slice(0, EXCERPT)
  const words = (excerpt.toLowerCase().match(/\p{L}+/gu) ?? []).slice(0, LOOKED_AT)
  const english = words.filter((word) => ENGLISH.has(word)).length
  const letters = excerpt.match(/\p{L}/gu)?.length ?? 0
  const latin = excerpt.match(/\p{Script=Latin}/gu)?.length ?? 0
  return {
    words: words.length,
    englishShare: words.length === 0 ? 0 : english / words.length,
    latinShare: letters === 0 ? 1 : latin / letters,
  }
}

type Detector = typeof import("eld/extrasmall").default
let detector: Promise<Detector> | undefined

/** The library that names languages is loaded with the first text that is not plainly English. */
const loadDetector = (): Promise<Detector> => {
  detector ??= import("eld/extrasmall").then((module) => module.default)
  return detector
}

/**
 * The language of a text as an ISO 639-1 code: seen from its words, else as its publisher states it; undefined where neither
 * tells. A text too short to tell is believed to be what is stated.
 */
export async function detectLanguage(text: string, stated?: string): Promise<string | undefined> {
  const { words, englishShare, latinShare } = look(text)
  const claimed = stated?.slice(0, 2).toLowerCase()
  if (englishShare >= ENGLISH_SHARE && words >= FEWEST_WORDS) return "en"
  if (words === 0 || (words < FEWEST_WORDS && latinShare >= LATIN_SHARE)) return claimed
  const found = (await loadDetector()).detect(text.slice(0, EXCERPT))
  if (latinShare < LATIN_SHARE)
    return found.language === "" || found.language === "en" ? claimed : found.language
  if (found.language === "" || !found.isReliable()) return claimed
  // "Xi, Putin, Modi: the guests" is no Finnish.
  return englishShare > ENGLISH_SHARE / 2 ? (claimed ?? "en") : found.language
}

/**
 * The draft with its language, marked as not to be coded where that is not English. A draft whose participants the user marked
 * is coded as asked.
 */
export async function withLanguage(draft: ArticleDraft): Promise<ArticleDraft> {
  if (draft.participants !== undefined) return draft
  const language = await detectLanguage(draft.text, draft.language)
  if (language === undefined) return draft
  return language === "en" || draft.uncoded !== undefined
    ? { ...draft, language }
    : { ...draft, language, uncoded: "language" }
}
