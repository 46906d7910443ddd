import type { PairPeriod } from "../../../src/record/index.ts"

/** Whether anything occurred, was intended or was said by others in a period; one without is a gap, not a zero. */
export const hasData = ({ happenings, intents, readings }: PairPeriod): boolean =>
  happenings > 0 || intents > 0 || readings.happenings > 0
