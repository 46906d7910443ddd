import type { RelationPoint } from "../../../src/record/index.ts"

/** Whether anything occurred or was intended in a month; one without is a gap, not a zero. */
export const hasData = ({ happenings, intentCooperation, intentConflict }: RelationPoint): boolean =>
  happenings > 0 || intentCooperation > 0 || intentConflict > 0
