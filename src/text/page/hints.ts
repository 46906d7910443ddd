import type { PageElement } from "./page-tree.ts"

/** What an element's class, id and role tell about its part in the page. */
export interface Hint {
  /** Named like menus, comments, advertisements and the like, and not like content. */
  readonly unlikely: boolean
  /** Named like something beside the article even where it stands inside it: a box of related links, a byline, share buttons. */
  readonly beside: boolean
  /** Says who wrote it or when: part of the head, not of the text, where it is short. */
  readonly byline: boolean
  /** Score of a container by its name: positive like content, negative like furniture. */
  readonly weight: number
}

const UNLIKELY =
  /-ad-|ai2html|banner|breadcrumb|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|cookie|consent|header|legends|menu|related|recommend|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|modal|newsletter|promo|yom-remote|most-?read|most-?popular|trending/
const MAYBE = /and|article|body|column|content|main|shadow|story/
const BESIDE =
  /(?:^|[\s_-])(?:share|sharing|sharedaddy|social|related|recommend(?:ed|ations)?|promo|newsletter|subscribe|subscription|signup|sign-up|outbrain|taboola|advert(?:isement)?|ads?|ad-slot|adbox|sponsored|tags?|taglist|topics|breadcrumbs?|comments?|disqus|read-?more|readmore|more-on|most-read|also-read|see-also|toolbar|author-bio|about-author|bio|caption|credit|copyright|disclaimer|print-only|paywall-prompt|regwall|cookie|consent|gdpr|pagination|pager|inline-related|teaser-list|correction-policy)(?:$|[\s_-])/
const BYLINE =
  /(?:^|[\s_-])(?:byline|dateline|author|authors|timestamp|pubdate|publish(?:ed)?-?(?:date|on)?|post-?meta|entry-?meta|article-?meta|story-?meta|article__meta|meta)(?:$|[\s_-])/
const POSITIVE = /article|body|content|entry|hentry|h-entry|main|page|post|text|blog|story/
const NEGATIVE =
  /-ad-|hidden|(?:^|\s)hid(?:$|\s)|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget/
const WEIGHT = 25

const UNLIKELY_ROLES: ReadonlySet<string> = new Set([
  "menu",
  "menubar",
  "complementary",
  "navigation",
  "alert",
  "alertdialog",
  "banner",
  "contentinfo",
  "dialog",
  "search",
])

const PLAIN: Hint = { unlikely: false, beside: false, byline: false, weight: 0 }

function read(hints: string): Hint {
  if (hints === "") return PLAIN
  return {
    unlikely: UNLIKELY.test(hints) && !MAYBE.test(hints),
    beside: BESIDE.test(hints),
    byline: BYLINE.test(hints),
    weight: (POSITIVE.test(hints) ? WEIGHT : 0) - (NEGATIVE.test(hints) ? WEIGHT : 0),
  }
}

/** Reads hints; templates repeat their names, so each is looked at once a page. */
export function createHintReader(): (element: PageElement) => Hint {
  const known = new Map<string, Hint>()
  return ({ hints }) => {
    const seen = known.get(hints)
    if (seen !== undefined) return seen
    const hint = read(hints)
    known.set(hints, hint)
    return hint
  }
}

/** A role of the page's furniture, as screen readers are told. */
export const hasUnlikelyRole = ({ attributes }: PageElement): boolean => {
  const role = attributes.get("role")
  return role !== undefined && UNLIKELY_ROLES.has(role)
}

const HIDDEN_STYLE = /display\s?:\s?none|visibility\s?:\s?hidden/i

/** True for what browsers do not show. */
export function isHidden({ attributes }: PageElement): boolean {
  if (attributes.size === 0) return false
  const style = attributes.get("style")
  return (
    attributes.has("hidden") ||
    attributes.get("aria-hidden") === "true" ||
    (style !== undefined && HIDDEN_STYLE.test(style))
  )
}
