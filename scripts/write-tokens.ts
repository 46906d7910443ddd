// `npx tsx scripts/write-tokens.ts ARTICLES.jsonl OUT.conllu`
// Splits articles into sentences and tokens and writes them as CoNLL-U without annotation, for scripts/train-teacher.py.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { splitSentences } from "../src/text/sentences.ts"
import { tokenise } from "../src/text/tokenise.ts"

const [input, output] = process.argv.slice(2)
if (input === undefined || output === undefined) throw new Error("Give an articles file and an output file.")

function toRows(text: string): string[] {
  const tokens = tokenise(text)
  return splitSentences(text, tokens).map(({ first, last }) => {
    const rows = Array.from({ length: last - first }, (_, at) => {
      const form = text.slice(tokens.start[first + at], tokens.end[first + at])
      return [at + 1, form, "_", "X", "XX", "_", at, "dep", "_", "_"].join("\t")
    })
    return `${rows.join("\n")}\n\n`
  })
}

const seen = new Set<string>()
for (const line of readFileSync(input, "utf8").split("\n")) {
  if (line.trim() === "") continue
  const { title, text } = JSON.parse(line) as { readonly title?: string; readonly text: string }
  for (const sentence of toRows(title === undefined ? text : `${title}\n\n${text}`)) seen.add(sentence)
}
mkdirSync(dirname(output), { recursive: true })
writeFileSync(output, [...seen].join(""))
console.log(`${output}: ${seen.size} different sentences`)
