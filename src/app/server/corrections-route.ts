import { type Static, Type } from "typebox"
import { CorrectionError, readAuthor, readNote, readSomeFields } from "../../correction/index.ts"
import type { CorrectionKind, Event, JudgedFields, Review } from "../../record/index.ts"
import { codedEvent as toCodedEvent } from "../../view/index.ts"
import { addEvent } from "../corrections/add-event.ts"
import { ConflictError, type Hearing, type Saying, sayCorrection } from "../corrections/say-correction.ts"
import { RequestError } from "./request-error.ts"
import { idParams } from "./request-schemas.ts"
import { route, type Served } from "./route.ts"
import { givenFields, textOrNull, wantedFields } from "./schemas/corrections.ts"
import { codedEvent } from "./schemas/documents.ts"
import { choice } from "./schemas/parts.ts"

/** What can be said of an event that is there. */
const SAID = ["confirm", "fix", "reject", "undo"] as const satisfies readonly CorrectionKind[]

const body = Type.Object({
  kind: choice(SAID, { description: `One of ${SAID.join(", ")}.` }),
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
  handle: async ({ params: { id }, body }, served) => {
    const reviewed = await told(() => sayCorrection(served.store, sayingOf(id, body), hearingOf(served)))
    if (reviewed === undefined)
      throw new RequestError(
        404,
        `There is no event "${id}".`,
        "Its article may have been coded anew: look it up there.",
      )
    return answerOf(reviewed, served)
  },
})

export const additionRoute = route({
  method: "POST",
  path: "/documents/:id/events",
  summary: "Adds an event that the coder missed, at words of the article; it is kept as a correction.",
  params: idParams,
  body: Type.Object({
    author: Type.String({ minLength: 1, maxLength: 100, description: "Who says so." }),
    note: Type.Optional(textOrNull({ maxLength: 2000 })),
    trigger: Type.Object(
      { start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) },
      { description: "Offsets into the article of the words that report it." },
    ),
    ...givenFields,
  }),
  answer: Type.Object({ event: codedEvent }),
  status: 201,
  handle: async ({ params: { id }, body: { author, note, trigger, ...given } }, served) => {
    const reviewed = await told(() => {
      const fields: JudgedFields = { ...NOTHING, ...readSomeFields(given, "the body") }
      const addition = { document: id, author: readAuthor(author), note: readNote(note), trigger, fields }
      return addEvent(served.store, addition, hearingOf(served))
    })
    if (reviewed === undefined) throw new RequestError(404, `There is no document "${id}".`)
    return answerOf(reviewed, served)
  },
})

/** What an event reads of which nobody says anything. */
const NOTHING: JudgedFields = {
  type: null,
  mode: null,
  status: "occurred",
  background: false,
  actors: [],
  recipients: [],
  date: null,
  place: null,
}

function hearingOf({ codebook, countryName, linker, now = () => new Date() }: Served): Hearing {
  const isCountry = (code: string): boolean => countryName(code) !== code
  return { codebook, isCountry, now, ...(linker === undefined ? {} : { linker }) }
}

/** The event as it stands, with its happening. */
async function answerOf(
  { event, review }: { readonly event: Event; readonly review: Review },
  { store, ...names }: Served,
) {
  const happening = (await store.document(event.document))?.happeningOf.get(event.id) ?? null
  return { event: toCodedEvent(event, { happening, review }, names) }
}

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
