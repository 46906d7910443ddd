/** What a run of the bench came to, as it is committed: `bench/last.json`. */
export interface BenchTable {
  readonly node: string
  /** UTF-16 units of the sample, in millions. */
  readonly megabytes: number
  readonly subjects: Readonly<Record<string, Measured>>
}

export interface Measured {
  readonly seconds: number
  /** Peak resident memory, in bytes. */
  readonly memory: number
}

/**
 * Speeds are compared as multiples of this subject's, which we do not change, in the same run: another machine, or a busy one, is
 * slower at both.
 */
export const YARDSTICK = "wink-nlp, default pipe"
/** A subject may take so many times what it took, measured so, and so many times the memory. */
const SLOWER = 1.15
const LARGER = 1.25

/** What fell behind the table before, in words; empty where nothing did or the two cannot be compared. */
export function fallenBehind(before: BenchTable, now: BenchTable): string[] {
  const [then, today] = [before.subjects[YARDSTICK], now.subjects[YARDSTICK]]
  return Object.entries(now.subjects).flatMap(([name, measured]) => {
    const known = before.subjects[name]
    if (known === undefined || name === YARDSTICK) return []
    const told: string[] = []
    if (then !== undefined && today !== undefined) {
      const times = measured.seconds / today.seconds / (known.seconds / then.seconds)
      if (times > SLOWER)
        told.push(`${name}: ${times.toFixed(2)} times as slow as in the last table, beside ${YARDSTICK}`)
    }
    const larger = measured.memory / known.memory
    if (larger > LARGER)
      told.push(
        `${name}: ${Math.round(measured.memory / 1e6)} MB, ${larger.toFixed(2)} times the last table's`,
      )
    return told
  })
}
