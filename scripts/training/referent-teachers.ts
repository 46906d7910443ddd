import { isSameName } from "../../src/evaluation/actors.ts"
import type { CountryScene } from "../../src/mention/actor/country-features.ts"
import type { Draft } from "../../src/mention/actor/draft.ts"
import type { AntecedentScene } from "../../src/mention/coreference/candidates.ts"
import type { Entity } from "../../src/mention/coreference/entities.ts"
import type { Analysis } from "../../src/text/analysis.ts"
import type { AnnotatedDocument, GumEntity } from "../names/gum.ts"
import type { GoldActor, GoldArticle } from "./gold-alignment.ts"
import type { Teacher } from "./referent-examples.ts"

/** Tokens by which the beginnings of one mention may differ: determiners, titles. */
const SLACK = 2
/** The part of the words of two spans that must be common for them to be the same mention. */
const SAME_SPAN = 0.6

/** Teaches from GUM's chains of mentions; it knows nothing of countries. */
export function gumTeacher({ entities }: AnnotatedDocument): Teacher {
  const idOf = (first: number, core: number): string | undefined => {
    let best: GumEntity | undefined
    for (const entity of entities) {
      if (core < entity.first || core >= entity.last || Math.abs(entity.first - first) > SLACK) continue
      if (best === undefined || entity.last - entity.first < best.last - best.first) best = entity
    }
    return best?.id
  }
  const idOfDraft = ({ first, core }: Draft): string | undefined => idOf(first, core)
  return {
    antecedent({ anaphor, candidates }: AntecedentScene) {
      const { first, core, kind, draft } = anaphor
      const id =
        draft === undefined
          ? entities.find((entity) => entity.first === first && entity.last === first + 1)?.id
          : idOf(first, core)
      // "It is raining": what is not annotated means nobody.
      if (id === undefined) return kind === "neuter" ? -1 : undefined
      return candidates.findIndex(
        ({ lastMention, firstMention }) => idOfDraft(lastMention) === id || idOfDraft(firstMention) === id,
      )
    },
    country: () => undefined,
  }
}

interface Span {
  readonly start: number
  readonly end: number
}

const spanOf = ({ start, end }: Analysis, first: number, last: number): Span => ({
  start: start[first]!,
  end: end[last - 1]!,
})

const overlap = (a: Span, b: Span): number =>
  (Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  (Math.max(a.end, b.end) - Math.min(a.start, b.start))

/** Teaches from the participants of annotated events: by their words' place, or by name within the event's sentence. */
export function articleTeacher(article: GoldArticle): Teacher {
  const actors = article.gold.flatMap((event) =>
    [...event.sources, ...event.recipients].map((actor) => ({
      actor,
      quote: quoteSpan(article.text, event.quote),
    })),
  )
  const at = (span: Span): GoldActor | undefined =>
    actors.find(({ actor }) => actor.span !== undefined && overlap(actor.span, span) >= SAME_SPAN)?.actor
  return {
    antecedent({ finding, anaphor, candidates }) {
      const { analysis } = finding
      const gold = at(spanOf(analysis, anaphor.first, anaphor.draft?.last ?? anaphor.first + 1))
      if (gold === undefined) return undefined
      const named = candidates.findIndex((entity) => isNamed(analysis, entity, gold))
      const institution = anaphor.draft !== undefined && anaphor.draft.agent?.kind !== "place"
      // An annotator who names the state for its court or its army does not say that these are one.
      if (named >= 0) return institution && isState(candidates[named]!) ? -1 : named
      const compatriot = candidates.findIndex(
        (entity) => gold.country !== null && entity.actor?.country === gold.country && isState(entity),
      )
      const { draft, kind } = anaphor
      if (draft !== undefined) return draft.agent?.kind === "place" && compatriot >= 0 ? compatriot : -1
      if (kind === "person" || kind === "speaker" || compatriot < 0) return undefined
      return compatriot
    },
    country({ finding, draft, candidates }: CountryScene) {
      const span = spanOf(finding.analysis, draft.first, draft.last)
      const gold = at(span) ?? byName(article.text.slice(span.start, span.end), span, draft)
      if (gold === undefined) return undefined
      return gold.country === null ? -1 : candidates.findIndex(({ country }) => country === gold.country)
    },
  }

  function byName(words: string, span: Span, draft: Draft): GoldActor | undefined {
    if (draft.name !== undefined)
      return actors.find(({ actor }) => actor.name.includes(" ") && isSameName(actor.name, words))?.actor
    const plain = bare(words)
    return actors.find(
      ({ actor, quote }) =>
        quote !== undefined &&
        overlap(quote, span) > 0 &&
        [actor.name, ...(actor.aliases ?? [])].some((name) => bare(name) === plain),
    )?.actor
  }
}

const bare = (words: string): string => words.toLowerCase().replace(/^(?:the|a|an) /, "")

function quoteSpan(text: string, quote: string): Span | undefined {
  const start = text.indexOf(quote)
  return start < 0 ? undefined : { start, end: start + quote.length }
}

const isState = ({ type, actor }: Entity): boolean =>
  type === "country" || type === "nationality" || actor?.kind === "government" || actor?.kind === "state"

function isNamed({ text, start, end }: Analysis, entity: Entity, gold: GoldActor): boolean {
  const home = entity.actor?.country ?? null
  if (home !== null && gold.country !== null && home !== gold.country) return false
  const names = [entity.firstMention, entity.lastMention].map(({ first, last }) =>
    text.slice(start[first], end[last - 1]),
  )
  return [entity.actor?.name ?? "", ...names].some((name) => isSameName(name, gold.name))
}
