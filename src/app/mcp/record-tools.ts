import { Type } from "typebox"
import { EVENT_TYPES, STATUSES } from "../../record/index.ts"
import { readRelation } from "../pair-relation.ts"
import { pairOfStates } from "../server/pair-of-states.ts"
import { RequestError } from "../server/request-error.ts"
import { day, limit, pairParams, word } from "../server/request-schemas.ts"
import { happeningPage as pageSchema } from "../server/schemas/happenings.ts"
import { count, country, list, number, orNull, pairCode } from "../server/schemas/parts.ts"
import { citedHappening, citeHappenings, happeningText } from "./happenings.ts"
import { tool } from "./tool.ts"

const DEFAULT_LIMIT = 10
const HIGHEST_LIMIT = 50
/** Reports of one happening that are cited. */
const MOST_REPORTS = 50

const yearlyLevel = Type.Object({
  year: Type.String(),
  happenings: count,
  share: orNull(number),
  low: orNull(number),
  high: orNull(number),
})

export const pairTool = tool({
  name: "pair",
  title: "A pair of states",
  description:
    "What happened between two states, latest first, each with the sentence that tells it best, and how they stood year by year (share of cooperation, 0 to 100, with its 95 % band).",
  input: Type.Object({
    pair: pairParams.properties.pair,
    status: word(STATUSES, "Whether it happened"),
    type: word(EVENT_TYPES, "What happened, in PLOVER"),
    from: day("First day"),
    to: day("Last day"),
    limit: limit(HIGHEST_LIMIT, DEFAULT_LIMIT),
  }),
  output: Type.Object({
    pair: pairCode,
    a: country,
    b: country,
    total: count,
    years: list(yearlyLevel),
    happenings: list(citedHappening),
  }),
  answer: async ({ pair, limit, ...filter }, served) => {
    const { store, codebook } = served
    const [a, b] = pairOfStates(pair, served)
    const [found, total, relation] = await Promise.all([
      store.pairHappenings(pair, filter, { limit: limit ?? DEFAULT_LIMIT, offset: 0 }),
      store.countPairHappenings(pair, filter),
      readRelation(store, { pair, by: "year", weights: "plover", without: {} }, codebook),
    ])
    const years = (relation?.series.points ?? []).map(({ period, happenings, share, low, high }) => ({
      year: period.slice(0, 4),
      happenings,
      share,
      low,
      high,
    }))
    const happenings = await citeHappenings(found, 1, served)
    const levels = years.flatMap(({ year, share, low, high }) =>
      share === null || low === null || high === null
        ? []
        : `${year}: ${Math.round(share)} (${Math.round(low)}–${Math.round(high)})`,
    )
    return {
      data: { pair, a, b, total, years, happenings },
      text: [
        `${a.name}–${b.name}: ${total} happening${total === 1 ? "" : "s"}, of which ${happenings.length} follow.`,
        ...(levels.length === 0 ? [] : [`Share of cooperation by year: ${levels.join(", ")}.`]),
        ...happenings.map(happeningText),
      ].join("\n"),
    }
  },
})

export const happeningTool = tool({
  name: "happening",
  title: "A happening",
  description:
    "What happened once, by its id: the history of its status, versions where reports differ, and every report with its sentence.",
  input: Type.Object({
    id: Type.String({ minLength: 1, description: "As pair or search give it: h0123456789abcdef." }),
  }),
  output: Type.Object({
    ...citedHappening.properties,
    history: pageSchema.properties.history,
    versions: pageSchema.properties.versions,
  }),
  answer: async ({ id }, served) => {
    const found = await served.store.happening(id)
    if (found === null)
      throw new RequestError(404, `There is no happening "${id}".`, "Look it up with pair or search.")
    const [row] = await citeHappenings([found], MOST_REPORTS, served)
    if (row === undefined) throw new RequestError(404, `There is no happening "${id}".`)
    const { history, versions } = found.happening
    return {
      data: { ...row, history, versions },
      text: [
        happeningText(row),
        ...history.map(
          ({ status, reported, document }) => `${reported ?? "undated"}: ${status} (${document})`,
        ),
        ...versions.map(
          ({ field, value, outlets, taken }) =>
            `${field} ${value}: ${outlets.join(", ") || "unknown outlets"}${taken === null ? "" : `; taken (${taken})`}`,
        ),
      ].join("\n"),
    }
  },
})
