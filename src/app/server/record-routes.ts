import { Type } from "typebox"
import { correctDocument } from "../../correction/index.ts"
import { codebookPage, documentPage, documentRow, happeningPage } from "../../view/index.ts"
import { cursor, placeCursor, readPlace } from "./cursor.ts"
import { RequestError } from "./request-error.ts"
import { idParams, limit, offset } from "./request-schemas.ts"
import { route } from "./route.ts"
import { documentRow as documentRowSchema, documentPage as documentSchema } from "./schemas/documents.ts"
import { happeningPage as happeningSchema } from "./schemas/happenings.ts"
import { list } from "./schemas/parts.ts"
import { codebookPage as codebookSchema, summary } from "./schemas/record.ts"

const DEFAULT_LIMIT = 50
const HIGHEST_LIMIT = 500
/** Documents give their time of publication in many forms. */
const isAnyTime = (): boolean => true

export const summaryRoute = route({
  method: "GET",
  path: "/summary",
  summary: "How much the record holds.",
  answer: summary,
  handle: async (_asked, { store }) => {
    const { publishers, ...figures } = await store.summary()
    return { ...figures, outlets: publishers }
  },
})

export const happeningRoute = route({
  method: "GET",
  path: "/happenings/:id",
  summary: "What happened once: its history, its versions and every report of it.",
  params: idParams,
  answer: happeningSchema,
  handle: async ({ params: { id } }, { store, ...names }) => {
    const found = await store.happening(id)
    if (found === null)
      throw new RequestError(
        404,
        `There is no happening "${id}".`,
        "It may have been linked anew: look it up in its pair's list.",
      )
    return happeningPage(found, await store.reports(found.happening.events), names)
  },
})

export const documentsRoute = route({
  method: "GET",
  path: "/documents",
  summary: "The articles of the record, latest first.",
  query: Type.Object({ limit: limit(HIGHEST_LIMIT, DEFAULT_LIMIT), offset, cursor }),
  answer: list(documentRowSchema),
  handle: async ({ query }, { store, ...names }) => {
    const after = readPlace(query.cursor, isAnyTime)
    const entries = await store.documents({
      limit: query.limit ?? DEFAULT_LIMIT,
      offset: query.offset ?? 0,
      ...(after === undefined ? {} : { after }),
    })
    return entries.map((entry) => documentRow(entry, names))
  },
  next: (rows, { query }) => {
    const last = rows.at(-1)
    if (last === undefined || rows.length < (query.limit ?? DEFAULT_LIMIT)) return undefined
    return placeCursor({ at: last.published, id: last.id })
  },
})

export const documentRoute = route({
  method: "GET",
  path: "/documents/:id",
  summary: "An article's text and every event read from it; each event names its happening.",
  params: idParams,
  answer: documentSchema,
  handle: async ({ params: { id } }, { store, ...names }) => {
    const found = await store.document(id)
    if (found === null) throw new RequestError(404, `There is no document "${id}".`)
    const { text } = found.article
    const { reviewed, orphans } = correctDocument({ ...found, text, events: found.coded }, names.codebook)
    const said = reviewed.filter(({ review }) => review.history.length > 0)
    return documentPage(
      {
        ...found,
        coded: reviewed.map(({ event }) => event),
        reviews: new Map(said.map(({ event, review }) => [event.id, review])),
        orphans: orphans.map(({ review }) => review),
      },
      names,
    )
  },
})

export const codebookRoute = route({
  method: "GET",
  path: "/codebook",
  summary: "What each code means.",
  answer: codebookSchema,
  handle: (_asked, { codebook }) => codebookPage(codebook),
})
