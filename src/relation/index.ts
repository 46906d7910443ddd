export { dyadsOf, pairsOf } from "./dyads.ts"
export { levelOf } from "./level.ts"
export { overallLevel, type PairPoint, relationSeries, type SeriesOptions, seriesOf } from "./series.ts"
export { happeningWeight, LONGEST_MONTH_SPAN, tallyOf } from "./tally.ts"
