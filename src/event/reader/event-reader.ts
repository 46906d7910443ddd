import type { DataFiles } from "../../codebook/data-files.ts"
import type { Article, EntityType, EventType, Mention, Status } from "../../record/index.ts"
import type { Analysis } from "../../text/analysis.ts"
import { Encoder, type EncoderShape } from "../../text/encoder/encoder.ts"
import { gelu } from "../../text/encoder/nonlinear.ts"
import { readTensors, type Tensor } from "../../text/encoder/tensors.ts"
import { type WordPieces, wordPieces } from "../../text/encoder/word-pieces.ts"
import type { Layer } from "../../text/matrix-kernel.ts"
import { sharesOf } from "../../text/softmax.ts"
import type { Candidate } from "../candidates.ts"
import { type SyntacticRole, syntacticRole } from "../role-features.ts"
import { type Marks, type Window, type WindowShape, windowsOf } from "./windows.ts"

/** What the network makes of a candidate; probabilities. */
export interface Reading {
  /** Of each category, by the index of `EventReader.types`; the first is that of no event. */
  readonly types: readonly number[]
  readonly statuses: ReadonlyMap<Status, number>
  /** One for each mention, in the order given. */
  readonly roles: readonly RoleReading[]
}
export interface RoleReading {
  /** Whether this mention, looked at by itself, takes no part, acts or is acted upon. */
  readonly alone: readonly [none: number, actor: number, recipient: number]
  /** Log odds that of all mentions and nobody this one is pointed to as the actor, or as the recipient. */
  readonly pointed: readonly [actor: number, recipient: number]
  /** True where the network has not seen the mention, which stands in another sentence. */
  readonly isFar: boolean
}

/** A candidate with the mentions that may take part, and what the model of pairs makes of its first two. */
export interface Question {
  readonly candidate: Candidate
  readonly mentions: readonly Mention[]
  readonly pair: { readonly type: EventType | null; readonly probability: number; readonly isHere: boolean }
}

interface Header extends EncoderShape, WindowShape {
  readonly types: readonly ("NONE" | EventType)[]
  readonly statuses: readonly Status[]
  readonly kinds: readonly EntityType[]
  readonly syntax: readonly SyntacticRole[]
  readonly pieces: readonly string[]
}

export const READER_FILE = "models/reader.bin"
/** Distances between trigger and mention are told apart in steps of so many words, up to so many steps. */
const NEAR = 4
/** The model of pairs counts from this probability on. */
const LEAST_PAIR = 0.3
const TRAITS = 8

/** A small transformer read over windows of sentences, with heads for category, status and role (scripts/train-reader.py). */
export class EventReader {
  readonly types: readonly ("NONE" | EventType)[]
  private readonly header: Header
  private readonly words: WordPieces
  private readonly marks: Marks
  private readonly encoder: Encoder
  private readonly trigger: Layer
  private readonly mention: Layer
  private readonly triggerAt: number
  private readonly mentionAt: number
  private readonly gatheredAt: number
  private readonly head: number
  private readonly far: Float32Array
  private readonly tensors: ReadonlyMap<string, Tensor>

  constructor(data: DataFiles) {
    const tensors = readTensors<Header>(data.bytes(READER_FILE), READER_FILE)
    const { header, of } = tensors
    this.header = header
    this.types = header.types
    const row = (piece: string): number => header.pieces.indexOf(piece)
    this.words = wordPieces(header.pieces, row("[UNK]"))
    this.marks = { begin: row("[CLS]"), end: row("[SEP]") }
    this.encoder = new Encoder(header, tensors)
    const { kernel } = this.encoder
    const layer = (name: string): Layer => {
      const { values, rows, columns } = of(name)
      return kernel.layer(values, of(`${name}.bias`).values, rows, columns)
    }
    this.trigger = layer("trigger")
    this.mention = layer("mention")
    this.head = this.mention.outer
    const rows = header.longest + TRAITS
    this.gatheredAt = kernel.allocate(rows * header.width)
    this.triggerAt = kernel.allocate(rows * this.trigger.outer)
    this.mentionAt = kernel.allocate(rows * this.mention.outer)
    this.far = of("far").values
    const small = ["types", "statuses", "roles", "nobody"].flatMap((name) => [name, `${name}.bias`])
    this.tensors = new Map([...small, "predicate", "pair", "kind", "syntax"].map((name) => [name, of(name)]))
  }

  /** A reading of each question, undefined where its trigger stands too far back in a very long sentence. */
  read(
    article: Pick<Article, "id" | "text" | "title">,
    analysis: Analysis,
    questions: readonly Question[],
  ): (Reading | undefined)[] {
    const found: (Reading | undefined)[] = questions.map(() => undefined)
    const windows = windowsOf(article, analysis, this.words, this.marks, this.header)
    const inWindow = windows.map((): number[] => [])
    const bySentence: number[] = []
    windows.forEach(({ first, last }, at) => {
      for (let sentence = first; sentence < last; sentence += 1) bySentence[sentence] = at
    })
    questions.forEach(({ candidate }, at) => {
      const window = bySentence[candidate.sentence.index]
      if (window !== undefined) inWindow[window]!.push(at)
    })
    windows.forEach((window, at) => {
      const own = inWindow[at]!.filter(
        (one) => window.placeOf(questions[one]!.candidate.trigger) !== undefined,
      )
      if (own.length === 0) return
      const readings = this.readWindow(
        window,
        own.map((one) => questions[one]!),
      )
      own.forEach((one, place) => {
        found[one] = readings[place]
      })
    })
    return found
  }

  private readWindow(window: Window, questions: readonly Question[]): Reading[] {
    const placeOf = (question: Question, mention: Mention): number | undefined =>
      isInside(question.candidate, mention) ? window.placeOf(mention.head) : undefined
    const triggers = distinct(questions.map(({ candidate }) => window.placeOf(candidate.trigger)!))
    const mentions = distinct(
      questions.flatMap((question) =>
        question.mentions.flatMap((mention) => placeOf(question, mention) ?? []),
      ),
    )
    const wanted = distinct([...triggers.keys(), ...mentions.keys()])
    const encoded = this.encoder.encode(window.pieces, [...wanted.keys()])
    this.project(
      encoded,
      [...triggers.keys()].map((place) => wanted.get(place)!),
      this.trigger,
      this.triggerAt,
    )
    this.project(
      encoded,
      [...mentions.keys()].map((place) => wanted.get(place)!),
      this.mention,
      this.mentionAt,
      true,
    )
    return questions.map((question) => {
      const trigger =
        this.triggerAt + triggers.get(window.placeOf(question.candidate.trigger)!)! * this.trigger.outer
      const rows = question.mentions.map((mention) => {
        const place = placeOf(question, mention)
        return place === undefined ? undefined : mentions.get(place)!
      })
      return this.answer(question, trigger, rows, mentions.size)
    })
  }

  /** Runs a layer over the rows of the encoded vectors, and where `withFar` over that of a mention far away. */
  private project(encoded: number, rows: readonly number[], layer: Layer, to: number, withFar = false): void {
    const { floats } = this.encoder.kernel
    const { width } = this.header
    rows.forEach((row, at) => {
      const from = encoded + row * width
      floats.copyWithin(this.gatheredAt + at * width, from, from + width)
    })
    if (withFar) floats.set(this.far, this.gatheredAt + rows.length * width)
    this.encoder.kernel.apply(layer, this.gatheredAt, to, rows.length + Number(withFar))
  }

  private answer(
    { candidate, mentions, pair }: Question,
    trigger: number,
    rows: readonly (number | undefined)[],
    farRow: number,
  ): Reading {
    const { head } = this
    const { floats } = this.encoder.kernel
    const { types, statuses } = this.header
    const told = candidate.predicate === undefined ? 0 : types.indexOf(candidate.predicate.type)
    const predicate = this.row("predicate", told)
    const paired = this.row("pair", this.pairRow(pair))
    const category = bent(head, (cell) => floats[trigger + cell]! + predicate[cell]! + paired[cell]!)
    const status = bent(head, (cell) => floats[trigger + head + cell]!)
    const role = trigger + 2 * head
    const nobody = this.scores(
      "nobody",
      bent(head, (cell) => floats[role + cell]!),
    )
    const roles = mentions.map((mention, at): RoleReading => {
      const row = rows[at]
      const isFar = row === undefined
      const own = this.mentionAt + (row ?? farRow) * head
      const kind = this.row("kind", this.kindRow(mention, isFar))
      const syntax = this.row("syntax", this.syntaxRow(candidate, mention, isFar))
      const joined = bent(3 * head, (cell) => {
        const at = cell % head
        const left = floats[role + at]!
        const right = floats[own + at]!
        if (cell < head) return left + right + kind[at]! + syntax[at]!
        return cell < 2 * head ? left * right : right
      })
      const [none = 0, actor = 0, recipient = 0] = this.scores("roles", joined)
      const [a = 0, b = 0, c = 0] = sharesOf([none, actor, recipient])
      return { alone: [a, b, c], pointed: [actor - none - nobody[0]!, recipient - none - nobody[1]!], isFar }
    })
    const byStatus = sharesOf(this.scores("statuses", status))
    return {
      types: sharesOf(this.scores("types", category)),
      statuses: new Map(statuses.map((name, at) => [name, byStatus[at]!])),
      roles,
    }
  }

  private pairRow({ type, probability, isHere }: Question["pair"]): number {
    if (type === null || probability < LEAST_PAIR) return 0
    return 2 * this.types.indexOf(type) + Number(isHere)
  }

  private kindRow({ type, anaphor, actor }: Mention, isFar: boolean): number {
    const traits = Number(anaphor) * 4 + Number(actor?.country != null) * 2 + Number(isFar)
    return this.header.kinds.indexOf(type) * TRAITS + traits
  }

  private syntaxRow(candidate: Candidate, mention: Mention, isFar: boolean): number {
    const away = mention.head - candidate.trigger
    const gap = Math.min(NEAR - 1, Math.floor(Math.abs(away) / NEAR)) + (away > 0 ? NEAR : 0)
    return this.header.syntax.indexOf(syntacticRole(candidate, mention)) * 2 * NEAR + (isFar ? 0 : gap)
  }

  private row(name: string, at: number): Float32Array {
    const { values, columns } = this.tensors.get(name)!
    return values.subarray(at * columns, (at + 1) * columns)
  }

  private scores(name: string, input: Float64Array): number[] {
    const { values, rows, columns } = this.tensors.get(name)!
    const bias = this.tensors.get(`${name}.bias`)!.values
    return Array.from({ length: rows }, (_, row) => {
      let sum = bias[row]!
      for (let cell = 0; cell < columns; cell += 1) sum += values[row * columns + cell]! * input[cell]!
      return sum
    })
  }
}

/** True where the mention's head stands in the trigger's sentence. */
export const isInside = ({ sentence }: Candidate, { head }: Mention): boolean =>
  sentence.first <= head && head < sentence.last

/** Each value once, with its place. */
function distinct(values: readonly number[]): Map<number, number> {
  const places = new Map<number, number>()
  for (const value of values) if (!places.has(value)) places.set(value, places.size)
  return places
}

const bent = (size: number, cell: (at: number) => number): Float64Array =>
  Float64Array.from({ length: size }, (_, at) => gelu(cell(at)))
