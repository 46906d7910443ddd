import { Type } from "typebox"
import { packageVersion } from "../cli/version.ts"
import { openApiOf } from "./openapi.ts"
import { type AnyRoute, route } from "./route.ts"

/** The document that describes the routes, itself among them. */
export function openApiRoute(routes: readonly AnyRoute[]): AnyRoute {
  const own: AnyRoute = route({
    method: "GET",
    path: "/openapi.json",
    summary: "This description of the API, in OpenAPI 3.1.",
    answer: Type.Object({ openapi: Type.String() }, { additionalProperties: true }),
    handle: () => document,
  })
  const document = openApiOf([...routes, own], packageVersion()) as { openapi: string }
  return own
}
