import type { DataFiles } from "../codebook/data-files.ts"
import { alternatives, parseTsv } from "../codebook/tsv.ts"
import type { EventType } from "../record/index.ts"
import type { Analysis, Sentence } from "../text/analysis.ts"
import { lemmaOf } from "./syntax.ts"

/** Word lists of data/patterns that tell modes, contexts and topics: lemma → labels in the file's order. */
export interface CueWords {
  /** By "TYPE lemma". */
  readonly modes: ReadonlyMap<string, readonly string[]>
  readonly contexts: ReadonlyMap<string, readonly string[]>
  readonly topics: ReadonlyMap<string, readonly string[]>
}

export function loadCueWords(data: DataFiles): CueWords {
  return {
    modes: readCues(data, "patterns/modes.tsv", "mode", (cells, lemma) => `${cells.type} ${lemma}`),
    contexts: readCues(data, "patterns/contexts.tsv", "context", (_, lemma) => lemma),
    topics: readCues(data, "patterns/topics.tsv", "topic", (_, lemma) => lemma),
  }
}

function readCues(
  data: DataFiles,
  path: string,
  label: string,
  keyOf: (cells: Readonly<Record<string, string>>, lemma: string) => string,
): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { cells } of parseTsv(path, data.text(path), [label, "lemmas"]))
    for (const lemma of alternatives(cells.lemmas ?? "")) {
      const key = keyOf(cells, lemma)
      found.set(key, [...(found.get(key) ?? []), cells[label] ?? ""])
    }
  return found
}

/** The mode that the trigger's own word tells, else the one that most words of its clause tell; null where none does. */
export function modeOf(
  analysis: Analysis,
  type: EventType,
  trigger: number,
  clause: readonly number[],
  cues: CueWords,
): string | null {
  const own = cues.modes.get(`${type} ${lemmaOf(analysis, trigger)}`)
  if (own !== undefined) return own[0] ?? null
  const telling = lemmasOf(cues.modes)
  const votes = new Map<string, number>()
  for (const token of clause) {
    const lemma = lemmaOf(analysis, token)
    if (!telling.has(lemma)) continue
    for (const mode of cues.modes.get(`${type} ${lemma}`) ?? []) votes.set(mode, (votes.get(mode) ?? 0) + 1)
  }
  return best(votes)[0] ?? null
}

const knownLemmas = new WeakMap<CueWords["modes"], ReadonlySet<string>>()

/** The lemmas that tell any mode of any category: most words tell none. */
function lemmasOf(modes: CueWords["modes"]): ReadonlySet<string> {
  let lemmas = knownLemmas.get(modes)
  if (lemmas === undefined) {
    lemmas = new Set([...modes.keys()].map((key) => key.slice(key.indexOf(" ") + 1)))
    knownLemmas.set(modes, lemmas)
  }
  return lemmas
}

/** Labels by falling number of words that tell them; ties keep the order in which they were met. */
const best = (votes: ReadonlyMap<string, number>): string[] =>
  [...votes].sort((a, b) => b[1] - a[1]).map(([label]) => label)

/** Every label that the sentence's words tell, strongest first, at most `limit`. */
export function labelsOf(
  analysis: Analysis,
  sentence: Sentence,
  cues: ReadonlyMap<string, readonly string[]>,
  limit: number,
): string[] {
  const votes = new Map<string, number>()
  for (let token = sentence.first; token < sentence.last; token++)
    for (const label of cues.get(lemmaOf(analysis, token)) ?? [])
      votes.set(label, (votes.get(label) ?? 0) + 1)
  return best(votes).slice(0, limit)
}
