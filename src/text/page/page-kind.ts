/** What a page is: an article, an article of which only the beginning is shown, or none. */
export type PageKind = "article" | "paywall" | "consent" | "challenge" | "error"

/** What tells the kind of a page. */
export interface KindClues {
  readonly title: string | undefined
  readonly text: string
  /** False where the page says that its text is for subscribers. */
  readonly free: boolean | undefined
  /** Whether some element is named like a paywall. */
  readonly hasPaywall: boolean
  /** Everything that the page shows, the parts around the article included. */
  readonly shown: string
}

/** An article whose text is longer is there whole, whatever is said around it, in characters. */
const WHOLE_ARTICLE = 2500
/** Consent pages, bot checks and error pages say little else, in characters. */
const LITTLE = 1800
const TELLTALE = 3

const CHALLENGE_TITLE =
  /^(?:just a moment|attention required|access denied|access to this page has been denied|are you a robot|robot check|security check|verifying you are human|pardon our interruption|ddos-guard|one more step|please wait|you have been blocked|human verification|captcha)/i
const CHALLENGE =
  /(?:enable javascript and cookies to continue|checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|unusual (?:traffic|activity) from your|complete the (?:security check|captcha)|press (?:&|and) hold|not a robot|cloudflare ray id|needs to review the security of your connection|you have been blocked)/i
const ERROR_TITLE =
  /^(?:404|403|410|500|502|503)\b|\b(?:page|article|story) (?:was |can ?not be |could not be |is )?(?:not found|no longer available|unavailable)|^not found|^error\b|^(?:service|temporarily) unavailable|^bad gateway|^forbidden\b/i
const CONSENT_TITLE =
  /^(?:before you continue|we value your privacy|your privacy|privacy (?:settings|choices|preferences)|cookie (?:consent|settings|preferences)|consent\b|we care about your privacy|your data, your)/i
const CONSENT_WORDS: readonly RegExp[] = [
  /\bcookies?\b/i,
  /\bconsent\b/i,
  /\bpartners\b/i,
  /\b(?:accept|agree|reject) all\b/i,
  /\bprivacy (?:policy|settings|choices|preferences|dashboard)\b/i,
  /\bpersonali[sz]ed (?:ads|advertising|content)\b/i,
  /\bmanage (?:settings|options|preferences|choices)\b/i,
  /\bwe (?:value|care about|respect) your privacy\b/i,
  /\bbefore you continue\b/i,
  /\bstore (?:and\/or|and|or) access information on (?:a|your) device\b/i,
  /\b(?:legitimate interests?|withdraw your consent)\b/i,
]
const PAYWALL =
  /(?:subscribe (?:now )?to (?:continue|keep|read|unlock|access)|(?:to|in order to) (?:continue|keep) reading[^.]{0,60}(?:subscri|log ?in|sign|register)|continue reading (?:this article )?with a|this (?:article|story|content) is (?:only )?(?:for|available to|reserved for|exclusive to) (?:paying |our |paid |premium |registered )*(?:subscribers|members|readers)|(?:for|available to) (?:paying )?subscribers only|subscriber[- ](?:only|exclusive)|already (?:a |have a |an )?(?:subscriber|subscription|member)\s?\?|(?:unlock|read) (?:the (?:full|rest)|this (?:article|story))[^.]{0,60}(?:subscri|trial|member)|you(?:'|’)?(?:ve| have) (?:reached|read|used) your (?:limit|last|monthly|free)[^.]{0,40}|(?:register|log in|sign in|create (?:a|an|your) (?:free )?account) (?:now |for free )?to (?:continue|keep|read)|remaining (?:text|article) is (?:for|available))/i

/** How many of these stand in a text. */
const countOf = (words: readonly RegExp[], text: string): number =>
  words.filter((word) => word.test(text)).length

/** Tells what a page is from its title, its text, and what it says of itself. */
export function kindOfPage({ title, text, free, hasPaywall, shown }: KindClues): PageKind {
  const short = text.length < LITTLE
  if (
    short &&
    ((title !== undefined && CHALLENGE_TITLE.test(title)) ||
      (CHALLENGE.test(shown) && text.length < LITTLE / 2))
  )
    return "challenge"
  if (short && title !== undefined && ERROR_TITLE.test(title) && text.length < LITTLE / 2) return "error"
  const consent = countOf(CONSENT_WORDS, text)
  if (title !== undefined && CONSENT_TITLE.test(title) && consent >= TELLTALE - 1) return "consent"
  if (short && consent >= TELLTALE && isMostly(CONSENT_WORDS, text)) return "consent"
  if (text.length >= WHOLE_ARTICLE) return "article"
  if (PAYWALL.test(shown) && (free === false || hasPaywall || PAYWALL.test(text) || short)) return "paywall"
  return free === false && (hasPaywall || short) ? "paywall" : "article"
}

/** True where at least every other paragraph holds one of the words: an article on cookies tells of more. */
function isMostly(words: readonly RegExp[], text: string): boolean {
  const paragraphs = text.split(/\n+/)
  return (
    paragraphs.filter((paragraph) => words.some((word) => word.test(paragraph))).length * 2 >=
    paragraphs.length
  )
}
