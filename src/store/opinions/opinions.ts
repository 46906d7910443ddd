import type { Article, Event } from "../../record/index.ts"
import { IS_ADDED } from "../apply-corrections.ts"
import type { Database } from "../database.ts"
import type { DocumentToJudge, Opinion, OpinionItem, OpinionLog, OpinionRequest } from "./opinion.ts"

/** Second opinions over one database. */
export const opinionLog = (database: Database): OpinionLog => ({
  documentsToJudge: (request) => documentsToJudge(database, request),
  putOpinion: (opinion) => putOpinion(database, opinion),
  opinions: (document) => listOpinions(database, document),
})

async function documentsToJudge(
  database: Database,
  { model, prompt, limit, documents }: OpinionRequest,
): Promise<DocumentToJudge[]> {
  const rows = await database.read(
    `SELECT d.id, d.article, d.content_hash, d.coder FROM documents d
     ANTI JOIN opinions o ON o.document = d.id AND o.content_hash = d.content_hash AND o.coder = d.coder
       AND o.model = $model AND o.prompt = $prompt
     WHERE json_extract_string(d.article, '$.uncoded') IS NULL
       ${documents === undefined ? "" : "AND d.id IN (SELECT unnest($documents))"}
     ORDER BY d.published DESC NULLS LAST, d.id LIMIT $limit`,
    { model, prompt, limit, ...(documents === undefined ? {} : { documents }) },
  )
  const events = await database.read(
    `SELECT e.document, e.event FROM events e WHERE e.document IN (SELECT unnest($ids)) AND NOT ${IS_ADDED}
     ORDER BY e.document, e.position`,
    { ids: rows.map(({ id }) => String(id)) },
  )
  return rows.map((row) => ({
    article: JSON.parse(String(row.article)) as Article,
    events: events
      .filter(({ document }) => document === row.id)
      .map(({ event }) => JSON.parse(String(event)) as Event),
    contentHash: String(row.content_hash),
    coder: String(row.coder),
  }))
}

function putOpinion(database: Database, opinion: Opinion): Promise<void> {
  const { document, contentHash, coder, model, endpoint, prompt, time, refused, items } = opinion
  return database.transaction(async (transaction) => {
    for (const table of ["opinions", "opinion_items"])
      await transaction.run(`DELETE FROM ${table} WHERE document = $document AND model = $model`, {
        document,
        model,
      })
    await transaction.run(
      "INSERT INTO opinions VALUES ($document, $contentHash, $coder, $model, $endpoint, $prompt, $time, $refused)",
      { document, contentHash, coder, model, endpoint, prompt, time, refused },
    )
    for (const [position, item] of items.entries())
      await transaction.run(
        "INSERT INTO opinion_items VALUES ($document, $model, $position, $kind, $event, $item)",
        {
          ...{ document, model, position, kind: item.kind },
          event: item.kind === "propose" ? null : item.event,
          item: JSON.stringify(item),
        },
      )
  })
}

async function listOpinions(database: Database, document?: string): Promise<Opinion[]> {
  const rows = await database.read(
    `SELECT o.*, (SELECT list(i.item ORDER BY i.position) FROM opinion_items i
                  WHERE i.document = o.document AND i.model = o.model) AS items
     FROM opinions o JOIN documents d ON d.id = o.document AND d.content_hash = o.content_hash AND d.coder = o.coder
     ${document === undefined ? "" : "WHERE o.document = $document"} ORDER BY o.document, o.model`,
    document === undefined ? {} : { document },
  )
  return rows.map((row) => ({
    document: String(row.document),
    contentHash: String(row.content_hash),
    coder: String(row.coder),
    model: String(row.model),
    endpoint: String(row.endpoint),
    prompt: String(row.prompt),
    time: String(row.time),
    refused: Number(row.refused),
    items: ((row.items ?? []) as string[]).map((item) => JSON.parse(item) as OpinionItem),
  }))
}
