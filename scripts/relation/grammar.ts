import { seededRandom } from "../training/random.ts"
import { gerund, participle, pastTense, thirdPerson } from "./english-forms.ts"

/** A sentence with its pair and the category that holds between the two; a span is null where the text leaves it unsaid. */
export interface LabelledPair {
  readonly text: string
  readonly actor: { readonly start: number; readonly end: number } | null
  readonly recipient: { readonly start: number; readonly end: number } | null
  readonly type: string
}

/** The four files of data/training/relation/. */
export interface GrammarFiles {
  readonly acts: string
  readonly frames: string
  readonly slots: string
  readonly plain: string
}

interface Act {
  readonly type: string
  readonly verb: string
  readonly rest: string
  readonly noun: string
}

const A_OPEN = "\uE000"
const A_CLOSE = "\uE001"
const R_OPEN = "\uE002"
const R_CLOSE = "\uE003"
const MARKS = /[\uE000-\uE003]/g
/** The label of pairs between which nothing holds: whole sentences only. */
const NO_RELATION = "NONE"
const PLAIN_SHARE = 0.12
const PREFIX_SHARE = 0.3
const SUFFIX_SHARE = 0.6
const MOST_TRIES = 200

const rowsOf = (file: string): string[][] =>
  file
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"))

/** Writes sentences at random from the grammar: `count` of each type, in the order of `types`, the same for the same seed. */
export function writeSentences(
  files: GrammarFiles,
  types: readonly string[],
  count: number,
  seed: number,
): LabelledPair[] {
  const random = seededRandom(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const slots = new Map(rowsOf(files.slots).map(([name = "", fillers = ""]) => [name, fillers.split("|")]))
  const acts: Act[] = rowsOf(files.acts).map(([type = "", phrase = "", noun = ""]) => {
    const space = phrase.indexOf(" ")
    return space < 0
      ? { type, verb: phrase, rest: "", noun }
      : { type, verb: phrase.slice(0, space), rest: phrase.slice(space), noun }
  })
  const frames = rowsOf(files.frames).map(([label = "", which = "", template = ""]) => ({
    label,
    which: which.split("+"),
    template,
  }))
  const plain = rowsOf(files.plain).map(([type = "", sentence = ""]) => ({ type, sentence }))

  const alternatives = (text: string): string =>
    text.replace(/\[([^[\]]*)\]/g, (_, inner: string) => pick(inner.split("/")))
  const fill = (text: string): string => {
    let filled = text
    for (let depth = 0; depth < 5 && filled.includes("{"); depth += 1)
      filled = filled.replace(/\{([A-Za-z ]+)\}/g, (whole, name: string) => {
        const fillers = slots.get(name)
        return fillers === undefined ? whole : alternatives(pick(fillers))
      })
    return filled.replace(/\bN\b/g, () =>
      pick(["two", "12", "300", "five", "40", "1.5", "25", "6,000", "nine"]),
    )
  }
  const actorOf = (type: string): string =>
    pick(slots.get(`actorOf ${type}`) ?? slots.get("actorOf other") ?? ["{actor}"])
  const recipient = (name: string): string => `${R_OPEN}${fill(`{${name}}`)}${R_CLOSE}`
  const marked = (text: string): string => text.replace(/\{R:(\w+)\}/g, (_, name: string) => recipient(name))
  const bystander = (text: string): string =>
    text.replace(/\{R:(\w+)\}/g, (_, name: string) => fill(`{${name}}`))

  const expand = (act: Act, template: string): string | undefined => {
    const rest = alternatives(act.rest)
    const noun = alternatives(act.noun)
    if (noun === "" && template.includes("<np")) return undefined
    const passive = /^ (\{R:\w+\})(.*)$/.exec(rest)
    if (passive === null && template.includes("<pass")) return undefined
    const forms: Record<string, string> = {
      base: act.verb + rest,
      past: pastTense(act.verb) + rest,
      pp: participle(act.verb) + rest,
      ger: gerund(act.verb) + rest,
      s: thirdPerson(act.verb) + rest,
      np: noun,
      npbare: noun.replace(/^(the|an?) /, ""),
      npbareof: noun.replace(/^(the|an?) /, "").replace(/ [a-z]+ \{R:\w+\}.*$/, " by"),
      passA: `${passive?.[1]} ${pick(["was", "were", "has been", "was"])} ${participle(act.verb)}${passive?.[2]} by {A}`,
      pass: `${passive?.[1]} ${pick(["was", "were", "has been"])} ${participle(act.verb)}${passive?.[2]}`,
    }
    const withForms = template.replace(/<(\w+?)(X?)>/g, (_, name: string, other: string) => {
      const form = forms[name] ?? ""
      return other === "X" ? bystander(form) : form
    })
    return marked(alternatives(withForms))
  }

  const fromGrammar = (type: string): string | undefined => {
    const frame = pick(frames.filter(({ label }) => label === "=" || label === type))
    const own = frame.label === "="
    const candidates = acts.filter((act) =>
      own ? act.type === type : frame.which.includes("all") || frame.which.includes(act.type),
    )
    if (candidates.length === 0) return undefined
    const expanded = expand(pick(candidates), frame.template)
    return expanded
      ?.replace(
        "{A}",
        `${A_OPEN}${fill(actorOf(own ? type : frame.which.includes("ASSAULT") ? "THREATEN" : type))}${A_CLOSE}`,
      )
      .replaceAll("{X}", fill("{state}"))
  }

  const fromPlain = (type: string): string => {
    const { sentence } = pick(plain.filter((row) => row.type === type))
    const chosen = sentence.replace(/\{([^{}]*\/[^{}]*)\}/g, (_, inner: string) => pick(inner.split("/")))
    return fill(chosen)
      .replace(/\[A ([^\]]*)\]/g, `${A_OPEN}$1${A_CLOSE}`)
      .replace(/\[R ([^\]]*)\]/g, `${R_OPEN}$1${R_CLOSE}`)
  }

  const sentence = (type: string): string => {
    if (type === NO_RELATION || random() < PLAIN_SHARE) return fromPlain(type)
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const body = fromGrammar(type)
      if (body === undefined) continue
      const before = random() < PREFIX_SHARE ? fill(pick(slots.get("prefix") ?? [""])) : ""
      const after = random() < SUFFIX_SHARE ? fill(alternatives(pick(slots.get("suffix") ?? [""]))) : ""
      return `${fill(alternatives(before + body + after))}.`
    }
    throw new Error(`data/training/relation/: no frame and act go together for ${type}.`)
  }
  return types.flatMap((type) => Array.from({ length: count }, () => readMarks(sentence(type), type)))
}

/** Takes the marks out of a sentence and notes where they stood. */
function readMarks(sentence: string, type: string): LabelledPair {
  const capital = sentence.replace(
    /^([\uE000-\uE003]?)([a-z])/,
    (_, mark: string, letter: string) => mark + letter.toUpperCase(),
  )
  const spans: Record<string, number> = {}
  let text = ""
  let last = 0
  for (const { 0: mark, index } of capital.matchAll(MARKS)) {
    text += capital.slice(last, index)
    last = index + 1
    spans[mark] ??= text.length
  }
  text += capital.slice(last)
  const span = (open: string, close: string) =>
    spans[open] === undefined || spans[close] === undefined ? null : { start: spans[open], end: spans[close] }
  return { text, actor: span(A_OPEN, A_CLOSE), recipient: span(R_OPEN, R_CLOSE), type }
}
