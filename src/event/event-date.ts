import type { Article, DateInterval, EventDate, Status, TimeMention } from "../record/index.ts"
import type { Analysis, Sentence } from "../text/analysis.ts"
import { headToken, wayTo, within } from "./nearness.ts"
import { childBy, childrenBy, clauseOf, hasUpos, lemmaOf, SAYING, wordOf } from "./syntax.ts"

/** When an event took or takes place, and whether the article only recalls it. */

const DAY = 86_400_000
/** A date entered from a governing clause may be the deed's; one inside another clause or noun seldom is. */
const UP = 1
const DOWN = 1
const NOUN = 0.3
/** Costlier ways than this lead to another deed's date. */
const FARTHEST = 4
/** How many sentences back, within its paragraph, a date still holds for what follows. */
const SENTENCES_BACK = 4
/** The news: what ended at most this many days before publication. */
const NEWS_DAYS = 10
/** The longest interval, in days, that dates the news. */
const LONGEST_NEWS = 3
/** The sentences in which an article dates its news. */
const LEAD = 2

/** Deeds that a bare date of the narrative or of publication may date. */
const REAL = new Set<Status>(["occurred", "ongoing"])

interface Dated {
  readonly analysis: Analysis
  readonly article: Article
  readonly times: readonly TimeMention[]
}

/**
 * The date of the deed at a trigger: said in its own sentence, else, for what really happened, the date at which the narrative
 * stands, else the day of publication; the last two are not certain. Null where nothing dates it.
 */
export function dateOf(input: Dated, trigger: number, sentence: Sentence, status: Status): EventDate | null {
  const day = input.article.published?.slice(0, 10)
  const dated = input.times.filter(
    (time) =>
      time.interval !== null && !time.value.endsWith("_REF") && !(REAL.has(status) && isAfter(time, day)),
  )
  const said = saidDate(input.analysis, trigger, within(sentence, dated))
  if (said !== undefined) return { ...said.interval!, text: said.text, certain: true }
  if (!REAL.has(status)) return null
  const told = status === "ongoing" ? undefined : narrativeDate(input, trigger, sentence, dated)
  if (told !== undefined) return { ...told, text: null, certain: false }
  return day === undefined ? null : { start: day, end: day, precision: "day", text: null, certain: false }
}

const isAfter = (time: TimeMention, day: string | undefined): boolean =>
  day !== undefined && time.interval !== null && time.interval.start > day

/** The date of the sentence that stands closest to the trigger in the tree, then in the text. */
function saidDate(
  analysis: Analysis,
  trigger: number,
  times: readonly TimeMention[],
): TimeMention | undefined {
  let found: TimeMention | undefined
  let least = FARTHEST
  for (const time of times) {
    const token = headToken(analysis, time)
    const way = wayTo(analysis, trigger, token)
    if (way === undefined) continue
    const gap = Math.abs(time.start - (analysis.start[trigger] ?? 0)) / 10_000
    const cost = way.up * UP + way.down * DOWN + way.nouns * NOUN + gap
    if (cost < least) {
      least = cost
      found = time
    }
  }
  return found
}

/** The last date of the same paragraph, a few sentences back at most; else the date of the news in the article's lead. */
function narrativeDate(
  { analysis, article }: Dated,
  trigger: number,
  sentence: Sentence,
  dated: readonly TimeMention[],
): DateInterval | undefined {
  const day = article.published?.slice(0, 10)
  const from = Math.max(
    analysis.text.lastIndexOf("\n", sentence.start),
    analysis.sentences[Math.max(0, sentence.index - SENTENCES_BACK)]?.start ?? 0,
  )
  const speech = SAYING.has(lemmaOf(analysis, trigger))
  const before = dated.findLast(
    (time) => time.end <= sentence.start && time.start >= from && (!speech || isNews(time.interval!, day)),
  )
  if (before !== undefined) return before.interval!
  const leadEnd = analysis.sentences[LEAD - 1]?.end ?? analysis.text.length
  const lead = dated.find((time) => time.end <= leadEnd && isNews(time.interval!, day))
  return lead?.interval ?? undefined
}

const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY

const isNews = ({ start, end }: DateInterval, day: string | undefined): boolean =>
  day !== undefined &&
  end <= day &&
  daysBetween(end, day) <= NEWS_DAYS &&
  daysBetween(start, end) < LONGEST_NEWS

// ---- background ------------------------------------------------------------------------------------------------------

/** Words by which a clause looks back. */
const EARLIER = new Set("earlier previously formerly before once ago historically originally".split(" "))
/** Verbs whose content the article only recalls. */
const RECALLING = new Set("recall remember commemorate remind".split(" "))

/**
 * True where the article only recalls the event: its date lies clearly before the news, or it is told in the past perfect or with
 * "earlier" before a date that does not lie within the news.
 */
export function isBackground(
  date: EventDate | null,
  published: string | undefined,
  told?: { readonly analysis: Analysis; readonly trigger: number },
): boolean {
  const day = published?.slice(0, 10)
  if (date !== null && day !== undefined && daysBetween(date.end, day) > NEWS_DAYS) return true
  if (told === undefined || date?.certain === true) return false
  return looksBack(told.analysis, told.trigger)
}

/** "had earlier met", "recalled the attack": the past seen from the past. */
function looksBack(analysis: Analysis, trigger: number): boolean {
  const clause = hasUpos(analysis, trigger, "VERB") ? trigger : clauseOf(analysis, trigger)
  if (RECALLING.has(lemmaOf(analysis, clause)) && clause !== trigger) return true
  const pastPerfect = childrenBy(analysis, clause, "aux").some(
    (child) => wordOf(analysis, child).toLowerCase() === "had",
  )
  const earlier = childrenBy(analysis, clause, "advmod").some((child) =>
    EARLIER.has(wordOf(analysis, child).toLowerCase()),
  )
  return earlier && (pastPerfect || childBy(analysis, clause, "aux") === -1)
}
