import type { OpinionItem } from "../../store/index.ts"
import type { OpinionEntry } from "../../view/index.ts"
import { RequestError } from "./request-error.ts"
import { idParams } from "./request-schemas.ts"
import { route } from "./route.ts"
import { articleOpinion } from "./schemas/opinions.ts"
import { list } from "./schemas/parts.ts"

export const opinionsRoute = route({
  method: "GET",
  path: "/documents/:id/opinions",
  summary: "What second coders say of a document's events, beside what was coded.",
  params: idParams,
  answer: list(articleOpinion),
  handle: async ({ params: { id } }, { store }) => {
    const opinions = await store.opinions(id)
    if (opinions.length === 0 && (await store.document(id)) === null)
      throw new RequestError(404, `There is no document "${id}".`)
    return opinions.map(({ model, time, refused, items }) => ({
      ...{ model, time, refused },
      entries: items.map(entryOf),
    }))
  },
})

const wordsOf = (spans: readonly { readonly text: string }[]): string[] => spans.map(({ text }) => text)

function entryOf(item: OpinionItem): OpinionEntry {
  const { kind, evidence, reason } = item
  if (item.kind !== "propose")
    return { kind, event: item.event, type: null, status: null, actors: [], recipients: [], evidence, reason }
  const { type, status, actors, recipients } = item
  return {
    ...{ kind, event: null, type, status, evidence, reason },
    actors: wordsOf(actors),
    recipients: wordsOf(recipients),
  }
}
