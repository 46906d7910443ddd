import { type Codebook, loadCodebook } from "./codebook/codebook.ts"
import type { DataFiles } from "./codebook/data-files.ts"
import { codeEvents } from "./event/code-events.ts"
import type { CodingInput } from "./event/coding-input.ts"
import { type CodingMode, DEFAULT_MODE } from "./event/coding-mode.ts"
import { type EventModels, loadEventModels } from "./event/event-models.ts"
import { codeParticipants } from "./event/participants.ts"
import { loadRelationModel, type RelationModel } from "./event/relation-classifier.ts"
import { findActors } from "./mention/actors.ts"
import { type AttributionModels, loadAttributionModels } from "./mention/attribution/models.ts"
import { findAttributions } from "./mention/attribution.ts"
import { type Gazetteer, loadGazetteer } from "./mention/gazetteer.ts"
import type { OwnActors } from "./mention/lexicon/own-actors.ts"
import { type ActorLexicon, loadActorLexicon } from "./mention/lexicon.ts"
import { findPlaces } from "./mention/places.ts"
import { findQuantities } from "./mention/quantities.ts"
import { findTimes } from "./mention/times.ts"
import type { Article, Event } from "./record/index.ts"
import { analyse } from "./text/analyse.ts"
import { loadTextModels, type TextModels } from "./text/models.ts"

/** Name and version, as each event carries it. */
export const CODER = "chancery 0.1.0"

/** What finding the words' who, when and where needs: text models and lexica. */
export interface Annotators {
  readonly text: TextModels
  readonly lexicon: ActorLexicon
  readonly gazetteer: Gazetteer
  readonly attribution: AttributionModels
}

/** Everything that reading needs beside the article: annotators, codebook and trained models, loaded once. */
export interface Resources extends Annotators {
  readonly codebook: Codebook
  readonly events: EventModels
  readonly relation: RelationModel
  readonly mode: CodingMode
}

/** One article read: each step's result, and the events. */
export interface Reading extends CodingInput {
  readonly events: readonly Event[]
}

/** Loads what `annotateArticle` needs, with the user's own actors if any. Throws DataError where a file breaks its own rules. */
export function loadAnnotators(data: DataFiles, own: readonly OwnActors[] = []): Annotators {
  const text = loadTextModels(data)
  const gazetteer = loadGazetteer(data)
  return {
    text,
    lexicon: loadActorLexicon(data, gazetteer, own),
    gazetteer,
    attribution: loadAttributionModels(data, text.vectors),
  }
}

/** Loads everything that data/ holds for reading in a mode. Throws DataError where a file breaks its own rules. */
export function loadResources(
  data: DataFiles,
  own: readonly OwnActors[] = [],
  mode: CodingMode = DEFAULT_MODE,
): Resources {
  const annotators = loadAnnotators(data, own)
  const relation = loadRelationModel(data, annotators.text.vectors)
  return {
    ...annotators,
    codebook: loadCodebook(data),
    events: loadEventModels(data, relation, mode),
    relation,
    mode,
  }
}

/** Every step but the last: the words, who, when, where, how much, and who says so. */
export function annotateArticle(article: Article, resources: Annotators): CodingInput {
  const analysis = analyse(article.text, resources.text)
  const times = findTimes(analysis, article.published)
  const quantities = findQuantities(analysis, times)
  const mentions = findActors(analysis, resources.lexicon, {
    ...(article.published === undefined ? {} : { date: article.published.slice(0, 10) }),
    ...(article.title === undefined ? {} : { title: article.title }),
  })
  const places = findPlaces(analysis, mentions, resources.gazetteer)
  const attributions = findAttributions(analysis, mentions, resources.attribution)
  return { article, analysis, mentions, times, quantities, places, attributions, coder: CODER }
}

/** Reads one article: the same article and resources give the same reading. */
export function readArticle(article: Article, resources: Resources): Reading {
  const annotated = annotateArticle(article, resources)
  const input =
    resources.mode === DEFAULT_MODE ? annotated : { ...annotated, coder: `${CODER} ${resources.mode}` }
  const events =
    article.participants === undefined
      ? codeEvents(input, resources.codebook, resources.events)
      : codeParticipants(input, resources.codebook, resources.relation, resources.events.vouching)
  return { ...input, events }
}
