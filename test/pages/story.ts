/** What a page is made of, and what should be read from it again. */
export interface Story {
  readonly title: string
  readonly published: string
  readonly publisher: string
  readonly author: string
  readonly url: string
  readonly paragraphs: readonly string[]
}

/** A seeded source of numbers from 0 to 1: the same pages each time. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")
