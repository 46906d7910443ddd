import { type Mention, nameWords } from "../record/index.ts"

/** How a text speaks of an actor. */
export const MENTION_KINDS = ["pronoun", "bare noun", "name", "adjective and noun"] as const
export type MentionKind = (typeof MENTION_KINDS)[number]

/** An annotated participant and the words that stand for it: UTF-16 offsets, end exclusive. */
export interface MarkedActor {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly country: string | null
}

/** Whether the mention at the marked words means whom the annotation means. */
export interface ActorVerdict {
  readonly document: string
  readonly kind: MentionKind
  readonly found: boolean
  readonly country: boolean
  readonly name: boolean
  /** Right as events are matched: by country, and by name where the annotation has no country. */
  readonly party: boolean
  readonly gold: string
  readonly got: string
  readonly context: string
}

const CONTEXT = 160

/** Judges the mention at the words of one annotated participant. */
export function judgeActor(
  document: string,
  text: string,
  marked: MarkedActor,
  mentions: readonly Mention[],
): ActorVerdict {
  const words = text.slice(marked.start, marked.end)
  const mention = mentionAt(marked, mentions)
  const actor = mention?.actor ?? null
  const country = mention !== undefined && (actor?.country ?? null) === marked.country
  const name =
    mention !== undefined && [actor?.name ?? "", mention.text].some((one) => isSameName(one, marked.name))
  return {
    document,
    kind: kindOf(words),
    found: actor !== null,
    country,
    name,
    party: marked.country === null ? name : country,
    gold: `${marked.name} (${marked.country ?? ""})`,
    got: mention === undefined ? "–" : `[${mention.text}] ${actor?.name ?? ""} (${actor?.country ?? ""})`,
    context:
      `${text.slice(Math.max(0, marked.start - CONTEXT), marked.start)}[[${words}]]${text.slice(marked.end, marked.end + CONTEXT / 2)}`.replace(
        /\s+/g,
        " ",
      ),
  }
}

/** The mention that shares most with the marked words, relative to what the two cover together; outer ones first. */
export function mentionAt(
  { start, end }: Pick<MarkedActor, "start" | "end">,
  mentions: readonly Mention[],
): Mention | undefined {
  let best: Mention | undefined
  let most = 0
  for (const mention of mentions) {
    const shared = Math.min(end, mention.end) - Math.max(start, mention.start)
    if (shared <= 0) continue
    const part = shared / (Math.max(end, mention.end) - Math.min(start, mention.start))
    if (part <= most) continue
    most = part
    best = mention
  }
  return best
}

const PRONOUNS = new Set(
  "he she him her his hers himself herself it its itself they them their theirs themselves who which we us our i me my you your this that these those both each one others".split(
    " ",
  ),
)
const CAPITAL = /^\p{Lu}/u
const DETERMINERS =
  /^(?:the|a|an|some|several|many|two|three|four|five|other|all|this|these|those|its|his|her|their)\s+/i

function kindOf(words: string): MentionKind {
  if (PRONOUNS.has(words.toLowerCase())) return "pronoun"
  const parts = words.replace(DETERMINERS, "").split(/\s+/)
  const capitals = parts.map((part) => CAPITAL.test(part))
  if (capitals.at(-1)) return "name"
  return capitals.some(Boolean) ? "adjective and noun" : "bare noun"
}

/** Words that say nothing of who is meant. */
const STOP = new Set(
  "the a an of and for in on at to by from president prime minister secretary state foreign us u s government ministry office spokesman spokesperson spokeswoman news agency statement official officials mr mrs ms".split(
    " ",
  ),
)

/** Two names are of one actor where the telling words of one are all among those of the other. */
export function isSameName(one: string, other: string): boolean {
  const a = telling(one)
  const b = telling(other)
  if (a.size === 0 || b.size === 0) return false
  return isPart(a, b) || isPart(b, a)
}

const isPart = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  [...part].every((word) => whole.has(word))

function telling(name: string): Set<string> {
  const all = nameWords(name)
  const words = all.filter((word) => !STOP.has(word))
  return new Set(words.length > 0 ? words : all)
}
