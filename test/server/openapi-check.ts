import assert from "node:assert/strict"
import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import type { LightMyRequestResponse } from "fastify"

/** A JSON Schema, as far as requests are made from it. */
export interface Schema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly $ref?: string
}
interface Content {
  readonly content: Readonly<Record<string, { readonly schema: Schema }>>
}
export interface Parameter {
  readonly name: string
  readonly in: "path" | "query"
  readonly required: boolean
  readonly schema: Schema
}
export interface Operation {
  readonly operationId: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Partial<Content>>>
}
export interface OpenApi {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}
export interface PlacedOperation {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

export const operationsOf = ({ paths }: OpenApi): PlacedOperation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

/** Server-sent events go on for as long as somebody listens. */
export const isEndless = ({ responses }: Operation): boolean =>
  "text/event-stream" in (responses["200"]?.content ?? {})

export type AnswerCheck = (operation: PlacedOperation, answer: LightMyRequestResponse) => void

/** Holds an answer against what the document says of it: status, type of content, schema, and no field that it does not name. */
export function answerCheck(document: OpenApi): AnswerCheck {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats.default(ajv)
  ajv.addSchema(closed(document) as object, "openapi")
  return ({ path, method, operation }, answer) => {
    const status = answer.statusCode in operation.responses ? String(answer.statusCode) : "default"
    const content = operation.responses[status]?.content
    if (content === undefined) return assert.equal(answer.body, "")
    const [type = ""] = String(answer.headers["content-type"]).split(";")
    assert.ok(type in content, `${method} ${path} answers ${answer.statusCode} with ${type}`)
    const place = ["paths", path, method, "responses", status, "content", type, "schema"]
    const validate = ajv.getSchema(`openapi#/${place.map(pointer).join("/")}`)
    assert.ok(validate !== undefined)
    for (const value of valuesOf(type, answer.body))
      assert.ok(validate(value), `${method} ${path}: ${ajv.errorsText(validate.errors)}\n${answer.body}`)
  }
}

const valuesOf = (type: string, body: string): unknown[] =>
  type === "application/x-ndjson"
    ? body
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as unknown)
    : type === "application/vnd.apache.parquet"
      ? [body]
      : [JSON.parse(body)]

const pointer = (name: string): string => encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))

/** The document with every object closed, so that a field that nobody described is found. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== "object" || value === null) return value
  const parts = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, closed(part)]))
  return parts.type === "object" && "properties" in parts && !("additionalProperties" in parts)
    ? { ...parts, additionalProperties: false }
    : parts
}
