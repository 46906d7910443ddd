import type { Analysis } from "./analysis.ts"

/**
 * Remembers what `make` gave for the analysis that was asked about last. The steps of reading one article ask the same of its
 * tokens again and again, and then never more.
 */
export function perAnalysis<Found>(make: (analysis: Analysis) => Found): (analysis: Analysis) => Found {
  let last: { readonly analysis: Analysis; readonly found: Found } | undefined
  return (analysis) => {
    if (last?.analysis !== analysis) last = { analysis, found: make(analysis) }
    return last.found
  }
}

/** The same for a question about a token: each is answered once for the analysis that was asked about last. */
export function perToken<Answer extends NonNullable<unknown>>(
  answer: (analysis: Analysis, token: number) => Answer,
): (analysis: Analysis, token: number) => Answer {
  const answersOf = perAnalysis(({ count }) => new Array<Answer | undefined>(count).fill(undefined))
  return (analysis, token) => {
    if (token < 0 || token >= analysis.count) return answer(analysis, token)
    const answers = answersOf(analysis)
    answers[token] ??= answer(analysis, token)
    return answers[token]!
  }
}

/** The same for what depends on a model or lexicon too: it is made once for each of those. */
export function perAnalysisAnd<Model extends object, Found>(
  make: (analysis: Analysis, model: Model) => Found,
): (analysis: Analysis, model: Model) => Found {
  const byModel = new WeakMap<Model, (analysis: Analysis) => Found>()
  return (analysis, model) => {
    let of = byModel.get(model)
    if (of === undefined) {
      of = perAnalysis((given) => make(given, model))
      byModel.set(model, of)
    }
    return of(analysis)
  }
}
