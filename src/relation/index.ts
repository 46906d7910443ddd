export { actOf, isCooperative } from "./act.ts"
export { dyadsOf, pairName, pairSidesOf, pairsOf } from "./dyads.ts"
export { levelOf } from "./level.ts"
export { levelMoves, type SplitTallies, shareChange } from "./level-moves.ts"
export { ownersBehind } from "./owners.ts"
export {
  actsOfPeriods,
  type CountedAct,
  type PairSeriesOptions,
  pairSeries,
} from "./pair-series.ts"
export { periodName } from "./periods.ts"
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
  happeningWeight,
  STANDING_WEIGHTS,
  standingWeights,
  type Weighing,
} from "./weights.ts"
