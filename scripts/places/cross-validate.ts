import { kilometres } from "../../src/mention/place/distance.ts"
import { rankGroups } from "../../src/mention/place/rank-model.ts"
import { addSameNames } from "../../src/mention/place/same-names.ts"
import { tagNames } from "../../src/mention/place/tagger.ts"
import { trainTagger } from "./crf.ts"
import { folds, type GoldDocument } from "./gold.ts"
import type { PreparedDocument } from "./prepare.ts"
import { trainRanker } from "./rank-trainer.ts"
import { FOLD_SEED, TAGGER_OPTIONS } from "./settings.ts"

interface Counts {
  found: number
  predicted: number
  gold: number
  right: number
  resolved: number
  located: number
}
const NEAR_KM = 161

/** Trains on all folds but one, tests on that one, and prints each source's scores, the folds' mean and their spread. */
export function crossValidate(documents: readonly PreparedDocument[], count: number): void {
  const byId = new Map(documents.map((own) => [own.document.id, own]))
  const prepared = (list: readonly GoldDocument[]): PreparedDocument[] =>
    list.flatMap(({ id }) => byId.get(id) ?? [])
  const parts = folds(
    documents.map(({ document }) => document),
    count,
    FOLD_SEED,
  )
  const sources = new Map<string, Counts>()
  const rows = parts.map((part, at) => {
    const training = prepared(parts.flatMap((other, index) => (index === at ? [] : other)))
    const tagger = trainTagger(
      training.flatMap(({ sequences }) => sequences),
      TAGGER_OPTIONS,
    )
    const ranks = trainRanker(
      training.map(({ ranking }) => ranking),
      1,
    )
    const fold = zero()
    for (const own of prepared(part)) {
      const groups = own.group(addSameNames(tagNames(own.view, tagger), own.matches, own.view))
      const beliefs = rankGroups(groups, ranks)
      const places = groups.flatMap((group, index) => {
        const belief = beliefs[index] ?? []
        const place = group.candidates[belief.indexOf(Math.max(...belief))]?.place
        return group.spans.map((span) => ({
          start: own.analysis.start[span.first] ?? 0,
          end: own.analysis.end[span.last - 1] ?? 0,
          place,
        }))
      })
      const { source } = own.document
      const counts = sources.get(source) ?? zero()
      sources.set(source, counts)
      for (const into of [fold, counts]) tally(into, own.document, places)
    }
    return fold
  })
  for (const [source, counts] of sources) console.log(source.padEnd(9), line(counts))
  report("span F1", rows.map(f1))
  report(
    "accuracy@161 km of found",
    rows.map((row) => row.right / row.resolved),
  )
  report(
    "end to end",
    rows.map((row) => row.right / row.located),
  )
}

const zero = (): Counts => ({ found: 0, predicted: 0, gold: 0, right: 0, resolved: 0, located: 0 })

interface Predicted {
  readonly start: number
  readonly end: number
  readonly place: { readonly latitude: number; readonly longitude: number } | undefined
}

function tally(counts: Counts, { places, ignore = [] }: GoldDocument, predicted: readonly Predicted[]): void {
  const touches = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
    a.start < b.end && b.start < a.end
  const counted = predicted.filter(
    (own) => places.some((place) => touches(place, own)) || !ignore.some((span) => touches(span, own)),
  )
  counts.predicted += counted.length
  counts.gold += places.length
  for (const place of places) {
    counts.found += Number(counted.some(({ start, end }) => start === place.start && end === place.end))
    if (place.lat === null || place.lon === null) continue
    counts.located++
    const own = counted.find((candidate) => touches(candidate, place))?.place
    if (own === undefined) continue
    counts.resolved++
    counts.right += Number(kilometres(own, { latitude: place.lat, longitude: place.lon }) <= NEAR_KM)
  }
}

const f1 = ({ found, predicted, gold }: Counts): number => (2 * found) / (predicted + gold)
const percent = (share: number): string => (100 * share).toFixed(1)
const line = (counts: Counts): string =>
  `span P ${percent(counts.found / counts.predicted)} R ${percent(counts.found / counts.gold)} F1 ${percent(f1(counts))}, accuracy@161 km of found ${percent(counts.right / counts.resolved)}, end to end ${percent(counts.right / counts.located)}`

function report(name: string, values: readonly number[]): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
  console.log(`${name}: ${percent(mean)} ± ${percent(spread)} (${values.map(percent).join(", ")})`)
}
