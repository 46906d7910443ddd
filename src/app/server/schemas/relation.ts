import { Type } from "typebox"
import { PERIODS } from "../../../record/index.ts"
import {
  choice,
  count,
  country,
  flag,
  isoDay,
  list,
  month,
  number,
  orNull,
  owner,
  pairCode,
  quadCounts,
  text,
} from "./parts.ts"

export const level = Type.Object(
  { share: number, low: number, high: number },
  { $id: "Level", description: "Share of cooperation, 0 to 100, with its 95 % band." },
)
const lane = Type.Object(
  { happenings: count, cooperation: number, conflict: number, level: orNull(level) },
  { $id: "Lane" },
)
const period = Type.Object(
  {
    period: isoDay,
    happenings: count,
    cooperation: number,
    conflict: number,
    share: orNull(number),
    low: orNull(number),
    high: orNull(number),
    intentCooperation: number,
    intentConflict: number,
    theta: orNull(number),
    thetaError: orNull(number),
    smoothed: orNull(level),
    filtered: orNull(level),
    byWeights: Type.Object({ plover: orNull(level), goldstein: orNull(level), unit: orNull(level) }),
    deeds: lane,
    words: lane,
    readings: lane,
    intents: count,
    byQuad: quadCounts,
    reports: count,
    volume: orNull(number),
    corpus: orNull(number),
    owners: count,
    stateOnly: count,
    withoutStateMedia: orNull(level),
    withoutLargest: orNull(level),
    withoutOneOwner: orNull(Type.Object({ owner: text, level: orNull(level) })),
    changeProbability: orNull(number),
  },
  { $id: "PairPeriod" },
)
const change = Type.Object({ period: isoDay, before: number, after: number }, { $id: "LevelChange" })
const series = Type.Object(
  {
    by: choice(PERIODS),
    weights: text,
    doubt: number,
    without: Type.Object({
      stateMedia: Type.Optional(flag),
      owner: Type.Optional(text),
      largest: Type.Optional(flag),
    }),
    points: list(period),
    changes: list(change),
    volumeChanges: list(change),
    drift: number,
    dispersion: number,
    undated: count,
  },
  { $id: "PairSeries" },
)
export const relationPage = Type.Object(
  {
    pair: pairCode,
    a: country,
    b: country,
    series,
    owners: list(Type.Object({ ...owner.properties, happenings: count })),
    weightsOffered: list(text),
  },
  { $id: "RelationPage" },
)

const datasetLane = Type.Object(
  {
    dataset: text,
    events: count,
    first: orNull(text),
    last: orNull(text),
    months: list(
      Type.Object({
        month,
        events: count,
        verbalCooperation: count,
        materialCooperation: count,
        verbalConflict: count,
        materialConflict: count,
        score: orNull(number),
        reports: orNull(number),
      }),
    ),
  },
  { $id: "DatasetLane" },
)
export const datasetsPage = Type.Object(
  { pair: pairCode, a: country, b: country, datasets: list(datasetLane) },
  { $id: "DatasetsPage" },
)
