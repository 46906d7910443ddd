/** Feature space: 2^17 rows; two features that share a row share their weights. */
export const FEATURE_BITS = 17
export const FEATURE_ROWS = 1 << FEATURE_BITS

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const SEPARATOR = 0x1f

/**
 * Collects the sparse features of one pair as row numbers with values. A feature is a kind and its parts, hashed with FNV-1a,
 * so no string is built. With `trace`, the names are kept too.
 */
export class FeatureSink {
  readonly rows: number[] = []
  readonly values: number[] = []
  readonly names: string[] | undefined

  constructor(trace = false) {
    this.names = trace ? [] : undefined
  }

  /** Adds a feature: `value` is 1 unless the feature is a graded one. */
  add(kind: string, first = "", second = "", third = "", value = 1): void {
    const hash = mix(mix(mix(mix(FNV_OFFSET, kind), first), second), third)
    this.rows.push((hash ^ (hash >>> FEATURE_BITS)) & (FEATURE_ROWS - 1))
    this.values.push(value)
    this.names?.push([kind, first, second, third].filter((part) => part !== "").join(" "))
  }
}

function mix(hash: number, part: string): number {
  let mixed = hash
  for (let at = 0; at < part.length; at += 1) mixed = Math.imul(mixed ^ part.charCodeAt(at), FNV_PRIME)
  return Math.imul(mixed ^ SEPARATOR, FNV_PRIME)
}
