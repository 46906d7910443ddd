import { STATUS_CODES } from "node:http"
import type { FastifyError, FastifySchemaValidationError } from "fastify"
import type { Problem } from "../../view/index.ts"
import { RequestError } from "./request-error.ts"

/** How errors are answered: RFC 9457. */
export const PROBLEM_TYPE = "application/problem+json; charset=utf-8"

/** The address of each kind of problem, by status; any other is fully told by its status. */
const TYPES: Readonly<Record<number, string>> = {
  400: "/api/v1/problems/invalid-request",
  401: "/api/v1/problems/token-needed",
  403: "/api/v1/problems/host-not-answered",
  404: "/api/v1/problems/not-found",
  429: "/api/v1/problems/too-many-requests",
  500: "/api/v1/problems/record-unreadable",
}

/** A problem of this status, in words for whoever asked. */
export const problem = (status: number, detail: string, remedy?: string): Problem => ({
  type: TYPES[status] ?? "about:blank",
  title: STATUS_CODES[status] ?? "Error",
  status,
  detail,
  ...(remedy === undefined ? {} : { remedy }),
})

/** What an error thrown while a request was answered tells whoever asked. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestError) return problem(error.status, error.message, error.remedy)
  const { statusCode, message, validation, validationContext } = error as Partial<FastifyError>
  const [first] = validation ?? []
  if (first !== undefined) return invalid(first, validationContext === "body")
  if (statusCode !== undefined && statusCode < 500)
    return problem(statusCode, message ?? "The request cannot be read.")
  return problem(
    500,
    `The record could not be read: ${message ?? String(error)}`,
    "Try again; if it stays so, the record's file may be damaged.",
  )
}

/** What ajv says of a value, with the schema that refused it (`verbose`). */
type Refusal = FastifySchemaValidationError & {
  readonly data?: unknown
  readonly parentSchema?: { readonly description?: string; readonly properties?: object }
}

/** "status "perhaps" is unknown": names the parameter and the value, and takes the remedy from the schema. */
function invalid(refusal: Refusal, inBody: boolean): Problem {
  const { keyword, instancePath, message = "is wrong", params, parentSchema, data } = refusal
  const name = instancePath.slice(1).replaceAll("/", ".") || (inBody ? "the body" : "the request")
  if (keyword === "additionalProperties")
    return problem(
      400,
      `There is no "${String(params.additionalProperty)}" here.`,
      knownNames(parentSchema?.properties),
    )
  if (keyword === "required")
    return problem(400, `${String(params.missingProperty)} is missing.`, knownNames(parentSchema?.properties))
  const shown = typeof data === "string" || typeof data === "number" ? ` "${data}"` : ""
  return problem(400, `${name}${shown} ${message}.`, parentSchema?.description ?? `${name} ${message}.`)
}

const knownNames = (properties: object = {}): string => {
  const names = Object.keys(properties)
  return names.length === 0 ? "Nothing can be given here." : `What can be given: ${names.join(", ")}.`
}
