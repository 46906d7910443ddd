/** Bits of a GDELT id that is made from ours: what a double holds exactly. */
const HIGH_BITS = 0x1fffff

/**
 * A whole number below 2^53 from a text, for formats whose ids are numbers: two rounds of multiplication and mixing (after
 * the public-domain cyrb53). The same text has the same number everywhere.
 */
export function numberId(value: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 2 ** 32 * (HIGH_BITS & b) + (a >>> 0)
}
