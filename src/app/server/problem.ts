import { STATUS_CODES } from "node:http"
import type { FastifyError, FastifySchemaValidationError } from "fastify"
import type { Problem } from "../../view/index.ts"
import { isProblem } from "../open-record.ts"
import { RequestError } from "./request-error.ts"

/** How errors are answered: RFC 9457. */
export const PROBLEM_TYPE = "application/problem+json; charset=utf-8"

/** Where the kinds of problems are explained. */
const PROBLEMS = "/api/v1/problems/"

/** The kinds of problems by status; any other is fully told by its status. */
export const PROBLEM_KINDS: Readonly<Record<number, { readonly kind: string; readonly meaning: string }>> = {
  400: { kind: "invalid-request", meaning: "A parameter is unknown, missing or not of the form asked for." },
  401: { kind: "token-needed", meaning: "The server answers only with its token: Authorization: Bearer …" },
  403: {
    kind: "host-not-answered",
    meaning: "The request names a host that the server does not answer to; another site may have sent it.",
  },
  404: { kind: "not-found", meaning: "Nothing has this address, or nothing any more." },
  429: { kind: "too-many-requests", meaning: "So many requests that the server takes no more for a while." },
  500: { kind: "record-unreadable", meaning: "The record could not be read." },
}

/** A problem of this status, in words for whoever asked. */
export const problem = (status: number, detail: string, remedy?: string): Problem => ({
  type: kindOf(status),
  title: STATUS_CODES[status] ?? "Error",
  status,
  detail,
  ...(remedy === undefined ? {} : { remedy }),
})

const kindOf = (status: number): string => {
  const known = PROBLEM_KINDS[status]
  return known === undefined ? "about:blank" : PROBLEMS + known.kind
}

/** What an error thrown while a request was answered tells whoever asked. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestError) return problem(error.status, error.message, error.remedy)
  if (isProblem(error, "in use")) return problem(503, (error as Error).message)
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
