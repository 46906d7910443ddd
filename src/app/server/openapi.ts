import type { TSchema } from "typebox"
import { JSON_LINES } from "./json-lines.ts"
import { API } from "./register-routes.ts"
import type { AnyRoute } from "./route.ts"

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }
type JsonObject = { readonly [name: string]: Json }

const DIALECT = "https://json-schema.org/draft/2020-12/schema"
const DESCRIPTION =
  "The record of relations between states, read from news. Offsets are UTF-16 code units, end-exclusive; days are ISO 8601. Fields may be added; those here keep their names and meaning."
/** Every answer that is no success. */
const FAILURE: JsonObject = {
  description: "What is wrong with the request, and what to ask instead (RFC 9457).",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
}
const UNCHANGED: JsonObject = { description: "The record is as it was at the ETag given." }
const PROBLEM: JsonObject = {
  type: "object",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string", format: "uri-reference" },
    title: { type: "string" },
    status: { type: "integer", minimum: 400, maximum: 599 },
    detail: { type: "string", minLength: 1 },
    remedy: { type: "string", minLength: 1 },
  },
}

/** The OpenAPI 3.1 document of the routes: what validates requests, put in that form. */
export function openApiOf(routes: readonly AnyRoute[], version: string): JsonObject {
  const components = new Map<string, Json>([["Problem", PROBLEM]])
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = `${API}${route.path.replace(/:([a-zA-Z]+)/g, "{$1}")}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, components) }
  }
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: DIALECT,
    info: {
      title: "Chancery",
      version,
      description: DESCRIPTION,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
    // The token is asked for only where the server answers beyond its own machine.
    security: [{}, { token: [] }],
  }
}

function operationOf(route: AnyRoute, components: Map<string, Json>): JsonObject {
  const { method, params, query, body, summary, status = 200, unsettled } = route
  return {
    operationId: operationId(route),
    summary,
    parameters: [...parametersOf("path", params), ...parametersOf("query", query)],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { "application/json": { schema: hoisted(body, components) } },
          },
        }),
    responses: {
      [status]: answerOf(route, components),
      ...(method === "GET" && unsettled !== true ? { 304: UNCHANGED } : {}),
      default: FAILURE,
    },
  }
}

const answerOf = (
  { summary, answer, lines, media }: AnyRoute,
  components: Map<string, Json>,
): JsonObject => ({
  description: summary,
  content: {
    [media ?? "application/json"]: { schema: hoisted(answer, components) },
    ...(lines === undefined ? {} : { [JSON_LINES]: { schema: hoisted(lines.item, components) } }),
  },
})

/** "GET /pairs/:pair/ledger" → "getPairsPairLedger" */
const operationId = ({ method, path }: AnyRoute): string =>
  method.toLowerCase() +
  path.replace(/(?<![^a-z])[^a-z]+([a-z])/gi, (_, first: string) => first.toUpperCase())

function parametersOf(place: "path" | "query", schema: TSchema | undefined): JsonObject[] {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    properties?: Record<string, JsonObject>
    required?: readonly string[]
  }
  return Object.entries(properties).map(([name, { description, ...own }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: own,
  }))
}

/** The schema with every part that has an `$id` moved to the components and pointed at. */
function hoisted(schema: unknown, components: Map<string, Json>): Json {
  if (Array.isArray(schema)) return schema.map((item) => hoisted(item, components))
  if (typeof schema !== "object" || schema === null) return schema as Json
  const { $id, ...own } = schema as { readonly $id?: string }
  const parts = (): Json =>
    Object.fromEntries(Object.entries(own).map(([name, value]) => [name, hoisted(value, components)]))
  if ($id === undefined) return parts()
  if (!components.has($id)) {
    components.set($id, null)
    components.set($id, parts())
  }
  return { $ref: `#/components/schemas/${$id}` }
}
