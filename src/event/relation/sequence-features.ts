import type { RelationResources } from "./extract.ts"
import type { FeatureSink } from "./features.ts"
import { type Pair, within } from "./pair.ts"
import { isContent, isFiller, NAME, NUMBER, wordOf } from "./words.ts"

const REACH_BEFORE = 8
const REACH_AFTER = 10
const LONGEST_BETWEEN = 40
const SKIP_WINDOW = 6

/** Words before, between and after the two spans, alone and in runs, without fillers; the spans stand as @A and @R. */
export function addSequenceFeatures(sink: FeatureSink, pair: Pair, { clusters }: RelationResources): void {
  const { analysis: a, actor, recipient } = pair
  const order =
    actor === null ? "-R" : recipient === null ? "A-" : actor.first < recipient.first ? "AR" : "RA"
  sink.add("order", order)
  const items: string[] = []
  const groups: string[] = []
  let firstSpan = -1
  let lastSpan = -1
  for (let token = pair.first; token < pair.last; token += 1) {
    const inActor = within(actor, token)
    const inRecipient = within(recipient, token)
    if (inActor || inRecipient) {
      const mark = inActor ? "@A" : "@R"
      if (items.at(-1) === mark) continue
      if (firstSpan < 0) firstSpan = items.length
      lastSpan = items.length
      items.push(mark)
      groups.push(mark)
    } else if (!isFiller(a, token)) {
      const word = wordOf(a, token)
      if (word === NAME && items.at(-1) === NAME) continue
      items.push(word)
      groups.push(isContent(a, token) ? clusters.at(a, token) : word)
    }
  }
  const [before, between, after] = [`B${order}`, `M${order}`, `Z${order}`]
  const from = Math.max(0, firstSpan - REACH_BEFORE)
  const to = Math.min(items.length, lastSpan + 1 + REACH_AFTER)
  for (let at = from; at < to; at += 1) {
    const word = items[at] as string
    if (word.startsWith("@")) continue
    const region = at < firstSpan ? before : at > lastSpan ? after : between
    if (region === between && at - firstSpan > LONGEST_BETWEEN && lastSpan - at > SKIP_WINDOW) continue
    sink.add("w", word)
    sink.add("w", region, word)
    const group = groups[at] as string
    if (group !== word) sink.add("g", region, group)
  }
  addRuns(sink, items, from, to, "n")
  addRuns(sink, groups, from, to, "h")
  addSkips(sink, items, firstSpan, lastSpan, order)
}

/** Runs of two and three words, wherever they stand. */
function addRuns(sink: FeatureSink, items: readonly string[], from: number, to: number, kind: string): void {
  for (let at = from; at + 1 < to; at += 1) {
    const one = items[at] as string
    const two = items[at + 1] as string
    if (one !== NUMBER && two !== NUMBER) sink.add(kind, one, two)
    if (at + 2 < to) sink.add(kind, one, two, items[at + 2] as string)
  }
}

/** Pairs of words near the first span, and near the last, with others between. */
function addSkips(
  sink: FeatureSink,
  items: readonly string[],
  first: number,
  last: number,
  order: string,
): void {
  const end = Math.min(items.length, first + 1 + SKIP_WINDOW)
  for (let one = first + 1; one < end; one += 1)
    for (let two = one + 2; two < end; two += 1) sink.add("s", order, items[one], items[two])
  for (let step = 1; step <= 3; step += 1) {
    if (first + step < items.length) sink.add("f", order + step, items[first + step])
    if (last - step >= 0 && last - step > first) sink.add("l", order + step, items[last - step])
    if (last + step < items.length) sink.add("t", order + step, items[last + step])
  }
}
