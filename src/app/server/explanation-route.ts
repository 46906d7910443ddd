import { Type } from "typebox"
import { coderBuild } from "../coder-build.ts"
import { RequestError } from "./request-error.ts"
import { idParams } from "./request-schemas.ts"
import { route } from "./route.ts"
import { explanation } from "./schemas/explanation.ts"
import { orNull, text } from "./schemas/parts.ts"

export const explanationRoute = route({
  method: "GET",
  path: "/events/:id/explanation",
  summary: "Why an event was coded so: its article is read again, and every decision tells its reasons.",
  params: idParams,
  answer: Type.Object({ explanation, codedBy: orNull(text) }),
  handle: async ({ params: { id } }, { store, explain }) => {
    const from = await store.documentOfEvent(id)
    const document = from === null ? null : await store.document(from)
    const event = document?.coded.find((one) => one.id === id)
    if (document !== null && event === undefined)
      throw new RequestError(404, "This event cannot be explained: an analyst added it, and nobody coded it.")
    if (document === null || event === undefined) throw new RequestError(404, `There is no event "${id}".`)
    if (explain === undefined || event.trigger === null)
      throw new RequestError(404, "This event cannot be explained: it was not coded from a word of its text.")
    const found = await explain(document.article, event.trigger)
    if (found === null)
      throw new RequestError(
        404,
        `The coder that runs now sees nothing in “${event.trigger.text}” that could be an event.`,
        `The event was coded by ${document.provenance.coder}.`,
      )
    const { coder } = document.provenance
    return { explanation: found, codedBy: coder === coderBuild() ? null : coder }
  },
})
