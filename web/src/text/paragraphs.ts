import type { Span } from "../../../src/record/index.ts"

/** A paragraph, or the white space between two. */
export interface Block extends Span {
  readonly kind: "paragraph" | "gap"
}

/** Splits a text at its empty lines. The blocks cover it without a rest: no offset is lost. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let start = 0
  let at = 0
  while (at < text.length) {
    const lineEnd = text.indexOf("\n", at)
    if (lineEnd === -1) break
    const next = firstNonSpace(text, lineEnd)
    if (newlinesBetween(text, lineEnd, next) > 1) {
      push(blocks, "paragraph", start, lineEnd)
      push(blocks, "gap", lineEnd, next)
      start = next
    }
    at = Math.max(next, lineEnd + 1)
  }
  push(blocks, "paragraph", start, text.length)
  return blocks
}

function push(blocks: Block[], kind: Block["kind"], start: number, end: number): void {
  if (start < end) blocks.push({ kind, start, end })
}

function firstNonSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at] ?? "")) at++
  return at
}

function newlinesBetween(text: string, from: number, to: number): number {
  let newlines = 0
  for (let at = from; at < to; at++) if (text[at] === "\n") newlines++
  return newlines
}
