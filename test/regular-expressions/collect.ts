import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseSync, Visitor } from "oxc-parser"

const ROOT = resolve(import.meta.dirname, "../..")

/** A regular expression of the sources, and where it stands. */
export interface SourcePattern {
  readonly source: string
  readonly flags: string
  readonly where: string
}

/** What `new RegExp` is given in the sources, as its words stand there. */
export interface MadePattern {
  readonly words: string
  readonly where: string
}

/** Every regular expression written in the sources of a folder, each once, and every one that they make. */
export function patternsIn(...folders: readonly string[]): {
  readonly written: readonly SourcePattern[]
  readonly made: readonly MadePattern[]
} {
  const written = new Map<string, SourcePattern>()
  const made: MadePattern[] = []
  for (const folder of folders)
    for (const file of sourcesOf(folder)) {
      const text = readFileSync(join(ROOT, file), "utf8")
      const lineOf = (at: number): string => `${file}:${text.slice(0, at).split("\n").length}`
      const { program, errors } = parseSync(file, text)
      if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`)
      const making = ({ callee, start, end }: { callee: unknown; start: number; end: number }): void => {
        if ((callee as { name?: string }).name === "RegExp")
          made.push({ words: text.slice(start, end).replaceAll(/\s+/g, " "), where: lineOf(start) })
      }
      new Visitor({
        Literal(node) {
          if (!("regex" in node)) return
          const { pattern: source, flags } = node.regex
          if (!written.has(`${source}/${flags}`))
            written.set(`${source}/${flags}`, { source, flags, where: lineOf(node.start) })
        },
        NewExpression: making,
        CallExpression: making,
      }).visit(program)
    }
  return { written: [...written.values()], made }
}

const sourcesOf = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => `${folder}/${file}`)
    .sort()
