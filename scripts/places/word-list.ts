import { readFileSync } from "node:fs"

interface Counts {
  lower: number
  capital: number
  given: number
  family: number
}
const MIN_LOWER = 2
const MIN_PEOPLE = 2
const MIN_FAMILY = 2
const WORD = /^\p{L}[\p{L}'’.-]*$/u
const PERSON_ENTITY = /\((\d+)-person[^()]*/

/**
 * Makes the lines of data/models/place-words.txt: how often running text writes a word in lower case (sentence starts and
 * headlines left out), and which words are given and family names (first and last words of people's names).
 */
export function wordList(options: {
  readonly treebank: string
  readonly articles: string
  readonly people: string
}): string[] {
  const counts = new Map<string, Counts>()
  const of = (word: string): Counts => {
    const known = counts.get(word)
    if (known !== undefined) return known
    const fresh = { lower: 0, capital: 0, given: 0, family: 0 }
    counts.set(word, fresh)
    return fresh
  }
  for (const line of readFileSync(options.articles, "utf8").split("\n"))
    if (line !== "") countCase((JSON.parse(line) as { text: string }).text, of)
  countTreebank(readFileSync(options.treebank, "utf8"), of)
  for (const line of readFileSync(options.people, "utf8").split("\n").slice(1))
    countName((line.split("\t")[0] ?? "").split(" "), of)
  return [...counts]
    .flatMap(([word, count]) => {
      const code = codeOf(count)
      return code === "" ? [] : [`${word} ${code}`]
    })
    .sort()
}

function codeOf({ lower, capital, given, family }: Counts): string {
  const share = lower + capital >= MIN_LOWER ? String(Math.round((4 * lower) / (lower + capital))) : "-"
  const names = (given >= MIN_PEOPLE ? "g" : "") + (family >= MIN_FAMILY ? "f" : "")
  if (names === "" && (share === "-" || (lower < MIN_LOWER && capital < 4))) return ""
  return share + names
}

function countCase(text: string, of: (word: string) => Counts): void {
  for (const sentence of text.split(/[.!?\n]+/)) {
    const words = sentence.split(/[\s,;:"“”()]+/).filter((word) => WORD.test(word))
    const capitals = words.filter((word) => word !== word.toLowerCase()).length
    if (capitals > words.length * 0.6) continue
    words.slice(1).forEach((word) => {
      countWord(word, of)
    })
  }
}

function countWord(word: string, of: (word: string) => Counts): void {
  const lower = word.toLowerCase()
  const count = of(lower)
  if (word === lower) count.lower++
  else count.capital++
}

function countTreebank(conllu: string, of: (word: string) => Counts): void {
  let person: string[] | undefined
  let id = ""
  for (const line of conllu.split("\n")) {
    const cells = line.split("\t")
    const form = cells[1] ?? ""
    if (cells.length < 10 || !WORD.test(form)) continue
    if (cells[0] !== "1") countWord(form, of)
    const entity = cells[9] ?? ""
    const opened = PERSON_ENTITY.exec(entity)
    if (person === undefined && opened !== null && cells[3] === "PROPN") {
      person = []
      id = opened[1] ?? ""
    }
    if (person === undefined) continue
    if (cells[3] === "PROPN") person.push(form)
    if (entity.includes(`${id})`) || !entity.startsWith("Entity") === (cells[3] !== "PROPN")) {
      countName(person, of)
      person = undefined
    }
  }
}

function countName(words: readonly string[], of: (word: string) => Counts): void {
  const names = words.filter((word) => WORD.test(word) && word.length > 2 && !word.endsWith("."))
  if (names.length < 2) return
  of((names[0] ?? "").toLowerCase()).given++
  of((names.at(-1) ?? "").toLowerCase()).family++
}
