import type { Sentence } from "./analysis.ts"

/** The parts of an analysis under construction that a headline's reading changes. */
interface Tree {
  readonly tag: readonly string[]
  readonly head: Int32Array
  readonly deprel: string[]
}

const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"])
const SUBJECTS = new Set(["NNP", "NNPS", "NNS"])
const MOVED = new Set(["punct", "obl", "obl:unmarked", "advmod", "parataxis"])

/**
 * Reads "Norway to send envoys": in a sentence without a finite verb, an infinitive that hangs from a root of names or
 * plurals before it becomes the root, and the old root its subject. The treebank has no such headlines.
 */
export function raiseHeadlineInfinitive(tree: Tree, { first, last }: Sentence): void {
  const { tag, head, deprel } = tree
  let root = -1
  let infinitive = -1
  for (let token = first; token < last; token += 1) {
    if (FINITE.has(tag[token]!)) return
    if (head[token]! < 0) root = token
    else if (infinitive < 0 && isInfinitiveOf(tree, token, root)) infinitive = token
  }
  if (root < 0 || infinitive < 0 || !SUBJECTS.has(tag[root]!)) return
  head[infinitive] = -1
  deprel[infinitive] = "root"
  head[root] = infinitive
  deprel[root] = "nsubj"
  for (let token = infinitive + 1; token < last; token += 1)
    if (head[token] === root && MOVED.has(deprel[token]!)) head[token] = infinitive
}

/** True for "to" + infinitive hanging from `root`, which stands before it. */
function isInfinitiveOf({ tag, head, deprel }: Tree, token: number, root: number): boolean {
  if (tag[token] !== "VB" || root < 0 || head[token] !== root || !deprel[token]!.startsWith("acl"))
    return false
  for (let at = root + 1; at < token; at += 1) if (tag[at] === "TO" && head[at] === token) return true
  return false
}
