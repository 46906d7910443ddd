import { Type } from "typebox"
import { PROBLEM_KINDS } from "./problem.ts"
import { RequestError } from "./request-error.ts"
import { route } from "./route.ts"
import { text } from "./schemas/parts.ts"

const KINDS = Object.values(PROBLEM_KINDS)

export const problemRoute = route({
  method: "GET",
  path: "/problems/:kind",
  summary: "What a kind of problem means: the address that an error names as its type.",
  params: Type.Object({
    kind: Type.String({ description: `One of ${KINDS.map(({ kind }) => kind).join(", ")}.` }),
  }),
  answer: Type.Object({ kind: text, meaning: text }, { $id: "ProblemKind" }),
  handle: ({ params: { kind } }) => {
    const found = KINDS.find((known) => known.kind === kind)
    if (found === undefined) throw new RequestError(404, `There is no kind of problem "${kind}".`)
    return found
  },
})
