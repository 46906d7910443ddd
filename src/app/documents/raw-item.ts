import type { Article } from "../../record/index.ts"

/**
 * One piece of the input as it was found, before anything costly is done to it: what goes to a worker. `where` names file and
 * line for messages.
 */
export type RawItem =
  | {
      readonly kind: "file"
      readonly where: string
      readonly format: "text" | "markdown" | "html" | "json"
      readonly bytes: Uint8Array
      /** The id where the document has none of its own; absent for what came without a name. */
      readonly id?: string
      /** Where a page came from, and the charset that its server named. */
      readonly url?: string
      readonly charset?: string
    }
  /** A line of JSONL. */
  | { readonly kind: "line"; readonly where: string; readonly text: string }
  /** A document that was read before. */
  | { readonly kind: "article"; readonly where: string; readonly article: Article }
  /** Something that could not be read at all. */
  | { readonly kind: "problem"; readonly where: string; readonly message: string }

/** Roughly what an item weighs, in bytes, to cut the input into batches. */
export function weightOf(item: RawItem): number {
  if (item.kind === "file") return item.bytes.length
  if (item.kind === "article") return item.article.text.length
  return item.kind === "line" ? item.text.length : item.message.length
}
