import { type Static, Type } from "typebox"
import { CorrectionError, readAuthor, readNote, readSomeFields } from "../../correction/index.ts"
import { CORRECTION_KINDS } from "../../record/index.ts"
import { codedEvent as toCodedEvent } from "../../view/index.ts"
import { ConflictError, type Saying, sayCorrection } from "../corrections/say-correction.ts"
import { RequestError } from "./request-error.ts"
import { idParams } from "./request-schemas.ts"
import { route } from "./route.ts"
import { textOrNull, wantedFields } from "./schemas/corrections.ts"
import { codedEvent } from "./schemas/documents.ts"
import { choice } from "./schemas/parts.ts"

const body = Type.Object({
  kind: choice(CORRECTION_KINDS, { description: `One of ${CORRECTION_KINDS.join(", ")}.` }),
  author: Type.String({ minLength: 1, maxLength: 100, description: "Who says so." }),
  note: Type.Optional(textOrNull({ maxLength: 2000 })),
  changes: Type.Optional(wantedFields),
  after: Type.Optional(textOrNull({ description: "The correction that was seen to stand, null for none." })),
})

export const correctionsRoute = route({
  method: "POST",
  path: "/events/:id/corrections",
  summary:
    "Says of an event that it is right, how it should read, that it is none, or takes one's last word back.",
  params: idParams,
  body,
  answer: Type.Object({ event: codedEvent }),
  status: 201,
  handle: async ({ params: { id }, body }, { store, linker, now = () => new Date(), ...names }) => {
    const { codebook, countryName } = names
    const isCountry = (code: string): boolean => countryName(code) !== code
    const hearing = { codebook, isCountry, now, ...(linker === undefined ? {} : { linker }) }
    const reviewed = await told(() => sayCorrection(store, sayingOf(id, body), hearing))
    if (reviewed === undefined)
      throw new RequestError(
        404,
        `There is no event "${id}".`,
        "Its article may have been coded anew: look it up there.",
      )
    const happening = (await store.document(reviewed.event.document))?.happeningOf.get(id) ?? null
    return { event: toCodedEvent(reviewed.event, { happening, review: reviewed.review }, names) }
  },
})

const sayingOf = (event: string, { kind, author, note, changes, after }: Static<typeof body>): Saying => ({
  event,
  kind,
  author: readAuthor(author),
  note: readNote(note),
  changes: readSomeFields(changes ?? {}, "changes"),
  ...(after === undefined ? {} : { after }),
})

/** What is wrong with a correction is the caller's to know. */
async function told<T>(say: () => Promise<T>): Promise<T> {
  try {
    return await say()
  } catch (error) {
    if (error instanceof CorrectionError) throw new RequestError(400, error.message)
    if (error instanceof ConflictError) throw new RequestError(409, error.message)
    throw error
  }
}
