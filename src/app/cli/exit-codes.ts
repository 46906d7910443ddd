/** Something failed that is not a document's fault. */
export const FAILED = 1
/** The command was called wrongly. */
export const MISUSED = 2
/** Some documents were lost; each is named on stderr. */
export const SOME_LOST = 3
/** Stopped by Ctrl-C, as shells number it. */
export const INTERRUPTED = 130
