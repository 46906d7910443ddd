import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { RELATION_LABELS, type RelationLabel } from "../../src/event/relation/labels.ts"
import type { EventType } from "../../src/record/index.ts"
import { writeSentences } from "../relation/grammar.ts"
import type { GoldArticle } from "./gold-alignment.ts"

/** One sentence whose pair and category are known, as an article with one event. */
interface PairSentence {
  readonly id: string
  readonly text: string
  readonly type: string
  readonly actor: string | undefined
  readonly recipient: string | undefined
}

const SEED = 20231203
/** Words by which a sentence of the pair sets means something else in PLOVER's whole-article coding. */
const EMBARGO = /sanction|embargo|tariff/i
const CONVICTION = /\b(?:convict|sentenc|guilty|fined)/i

/** Sentences written from the project's own grammar, `count` for each label. */
export function writtenSentences(folder: string, count: number): GoldArticle[] {
  const read = (name: string) => readFileSync(join(folder, name), "utf8")
  const files = {
    acts: read("acts.txt"),
    frames: read("frames.txt"),
    slots: read("slots.txt"),
    plain: read("plain.txt"),
  }
  return writeSentences(files, RELATION_LABELS, count, SEED).flatMap(({ text, type, actor, recipient }, at) =>
    toArticle({
      id: `written-${at}`,
      text,
      type,
      actor: actor === null ? undefined : text.slice(actor.start, actor.end),
      recipient: recipient === null ? undefined : text.slice(recipient.start, recipient.end),
    }),
  )
}

/** Coded pairs of news sentences, where the file is there. */
export function codedPairs(file: string): GoldArticle[] {
  if (!existsSync(file)) return []
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => {
      const { id, text, participants, gold } = JSON.parse(line)
      const [{ actor, recipient }] = participants
      return toArticle({ id, text, type: gold.type, actor: actor?.text, recipient: recipient?.text })
    })
}

function toArticle({ id, text, type, actor, recipient }: PairSentence): GoldArticle[] {
  const types = ploverTypes(type as RelationLabel, text)
  if (types.length === 0) return []
  const party = (name: string | undefined) => (name === undefined ? [] : [{ country: null, name }])
  const event = {
    id,
    quote: text,
    type: types[0]!,
    alt_types: types.slice(1),
    status: "occurred" as const,
    sources: party(actor),
    recipients: party(recipient),
  }
  return [{ id, text, gold: [event] }]
}

/** The pair sets call an embargo COERCE, a conviction ACCUSE and a concession or retreat YIELD. */
function ploverTypes(label: RelationLabel, text: string): EventType[] {
  if (label === "NONE") return []
  if (label === "YIELD") return ["CONCEDE", "RETREAT"]
  if (label === "COERCE" && EMBARGO.test(text)) return ["SANCTION"]
  if (label === "ACCUSE" && CONVICTION.test(text)) return ["SANCTION"]
  return [label]
}
