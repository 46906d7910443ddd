/** FNV-1a over UTF-16 code units, 32 bits; `seed` gives independent hashes. */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  // Murmur's last mixing, so that texts that differ only at their end spread over all bits.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Sixteen hexadecimal digits that depend on the text alone. */
export const contentId = (text: string): string =>
  hash32(text).toString(16).padStart(8, "0") + hash32(text, 0x9747b28c).toString(16).padStart(8, "0")
