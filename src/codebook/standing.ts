import { EVENT_TYPES, type EventType } from "../record/index.ts"
import { DataError, type DataFiles } from "./data-files.ts"
import { alternatives, parseTsv } from "./tsv.ts"

/** A row of data/ledger/standing.tsv: which sentences begin, ease or end what stands between two states. */
export interface StandingRule {
  readonly kind: string
  readonly change: "begins" | "eases" | "ends"
  readonly types: ReadonlySet<EventType>
  /** Groups parted by spaces, alternatives by "|", a star for the rest of a word. */
  readonly words: string
  readonly without: string
}

const PATH = "ledger/standing.tsv"
const CHANGES: readonly string[] = ["begins", "eases", "ends"]

/** Reads the rules in their order; the first that fits a sentence is taken. Throws DataError where a row breaks the rules. */
export const loadStandingRules = (data: DataFiles): StandingRule[] =>
  parseTsv(PATH, data.text(PATH), ["kind", "change", "types", "words", "without"]).map(({ cells, where }) => {
    const { kind = "", change = "", words = "", without = "" } = cells
    if (kind === "" || words === "")
      throw new DataError(`${where}: the row has no kind or no words. Give both, or strike the row.`)
    if (!CHANGES.includes(change))
      throw new DataError(`${where}: change "${change}" is unknown. One of ${CHANGES.join(", ")}.`)
    const types = alternatives(cells.types ?? "")
    const wrong = types.find((type) => !(EVENT_TYPES as readonly string[]).includes(type))
    if (wrong !== undefined)
      throw new DataError(`${where}: type "${wrong}" is unknown. One of ${EVENT_TYPES.join(", ")}.`)
    return {
      ...{ kind, words, without, change: change as StandingRule["change"] },
      types: new Set(types as EventType[]),
    }
  })
