export { type Act, actOf, type Lane, laneOf } from "./act.ts"
export { DIRECTIONS, type Direction, dyadsOf, pairName, pairSidesOf, pairsOf } from "./dyads.ts"
export { levelOf } from "./level.ts"
export { type OwnerCount, ownersBehind } from "./owners.ts"
export {
  actsOfPeriods,
  type CorpusCount,
  type CountedAct,
  type PairSeriesOptions,
  pairSeries,
} from "./pair-series.ts"
export { periodEnd, periodIndex, periodName, periodStart } from "./periods.ts"
export {
  overallLevel,
  type PairPoint,
  relationSeries,
  type SeriesOptions,
  seriesOf,
  type Tally,
} from "./series.ts"
export { parseWeights } from "./user-weights.ts"
export {
  DEFAULT_DOUBT,
  happeningWeight,
  STANDING_WEIGHTS,
  type StandingWeights,
  standingWeights,
  type Weighing,
} from "./weights.ts"
