/**
 * How the event coder reads: by features alone, or by those and a small transformer together, which finds more and errs
 * less but takes several times as long.
 */
export type CodingMode = "fast" | "accurate"
export const CODING_MODES: readonly CodingMode[] = ["fast", "accurate"]
export const DEFAULT_MODE: CodingMode = "accurate"
