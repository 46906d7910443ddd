export { type Dyad, dyadsOf, type Parties, pairName, pairsOf } from "./dyads.ts"
export { type Level, levelOf } from "./level.ts"
export { overallLevel, type PairPoint, relationSeries, type SeriesOptions, seriesOf } from "./series.ts"
export { happeningWeight, isCooperative, LONGEST_MONTH_SPAN, laneOf, type Tally, tallyOf } from "./tally.ts"
