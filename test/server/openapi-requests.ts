import fc from "fast-check"
import type { Parameter, PlacedOperation, Schema } from "./openapi-check.ts"

export interface Request {
  readonly method: "GET"
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string
}

/** Values of the record by name of the parameter, or by path and name, so that requests also meet what is there. */
export type Known = Readonly<Record<string, readonly string[]>>

/** Requests to one operation: parameters as the document allows them, broken, left out, repeated or unknown. */
export function requestArbitrary(
  { path, method, operation }: PlacedOperation,
  known: Known,
): fc.Arbitrary<Request> {
  const inPath = operation.parameters.filter((parameter) => parameter.in === "path")
  const inQuery = operation.parameters.filter((parameter) => parameter.in === "query")
  const accept = fc.constantFrom("application/json", "*/*", "application/x-ndjson")
  const here = knownAt(path, known)
  const body = operation.requestBody?.content["application/json"]?.schema
  return fc
    .record({
      pathValues: fc.tuple(...inPath.map((parameter) => parameterValue(parameter, here, 3))),
      queryValues: fc.tuple(...inQuery.map((parameter) => queryPart(parameter, here))),
      stray: fc.oneof(
        { arbitrary: fc.constant(null), weight: 9 },
        { arbitrary: fc.tuple(fc.string({ minLength: 1 }), fc.string()), weight: 1 },
      ),
      accept,
      payload: body === undefined ? fc.constant(undefined) : bodyOf(body, here.body),
    })
    .map(({ pathValues, queryValues, stray, accept, payload }) => {
      const filled = inPath.reduce(
        (url, { name }, at) => url.replace(`{${name}}`, encodeURIComponent(String(pathValues[at]))),
        path,
      )
      const query = [...queryValues.flat(), ...(stray === null ? [] : [stray])]
      const search = query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&")
      return {
        method: method.toUpperCase() as "GET",
        url: search === "" ? filled : `${filled}?${search}`,
        headers: { accept, ...(payload === undefined ? {} : { "content-type": "application/json" }) },
        ...(payload === undefined ? {} : { payload }),
      }
    })
}

/** "/leaders/{id} id" goes before "id". */
const knownAt = (path: string, known: Known): Known => {
  const own = Object.entries(known).flatMap(([name, values]) => {
    const [place, parameter] = name.split(" ")
    return parameter !== undefined && path.endsWith(place ?? "") ? [[parameter, values] as const] : []
  })
  return { ...known, ...Object.fromEntries(own) }
}

/** A parameter once, twice or not at all. */
const queryPart = (parameter: Parameter, known: Known): fc.Arbitrary<[string, string][]> =>
  fc
    .array(parameterValue(parameter, known, 8), { minLength: parameter.required ? 1 : 0, maxLength: 1 })
    .chain((values) =>
      fc.constantFrom(...[values, values, values, values, values, values, [...values, ...values]]),
    )
    .map((values) => values.map((value) => [parameter.name, value]))

/** A value, `good` times out of `good + 1` one that the schema allows. */
const parameterValue = ({ name, schema }: Parameter, known: Known, good: number): fc.Arbitrary<string> =>
  fc.oneof(
    { arbitrary: goodValue(name, schema, known), weight: good * 2 },
    { arbitrary: fc.string({ unit: "binary", minLength: 1 }).filter(encodable), weight: 1 },
    { arbitrary: fc.constantFrom("-1", "0", "1e9", "null", "2023-02-30", "..", "%", "'", "[]"), weight: 1 },
  )

function goodValue(name: string, schema: Schema, known: Known): fc.Arbitrary<string> {
  const values = known[name]
  if (values !== undefined) return fc.constantFrom(...values)
  const { enum: words, type, format, pattern, minimum = 0, maximum = 1000 } = schema
  if (words !== undefined) return fc.constantFrom(...words)
  if (type === "integer")
    return fc.integer({ min: minimum, max: Math.min(maximum, minimum + 100) }).map(String)
  if (type === "boolean") return fc.constantFrom("true", "false")
  if (type === "number") return fc.double({ min: minimum, max: maximum, noNaN: true }).map(String)
  if (format === "date")
    return fc
      .date({ min: new Date("2022-01-01"), max: new Date("2025-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
  return pattern === undefined ? fc.string({ minLength: 1 }) : fc.stringMatching(new RegExp(pattern))
}

/** JSON that fits the schema, or nearly, or anything at all. */
function bodyOf(schema: Schema, known: readonly string[] = []): fc.Arbitrary<string> {
  return fc.oneof(
    ...(known.length === 0 ? [] : [{ arbitrary: fc.constantFrom(...known), weight: 3 }]),
    { arbitrary: objectOf(schema).map((body) => JSON.stringify(body)), weight: 6 },
    { arbitrary: fc.jsonValue().map((body) => JSON.stringify(body)), weight: 1 },
    { arbitrary: fc.string(), weight: 1 },
  )
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<object> {
  const fields = Object.entries(properties).map(([name, part]) => [name, fieldOf(part)] as const)
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] })
}

function fieldOf(schema: Schema): fc.Arbitrary<unknown> {
  const { type, anyOf, properties } = schema
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(fieldOf))
  if (type === "null") return fc.constant(null)
  if (properties !== undefined) return objectOf(schema)
  if (type !== "string") return fc.jsonValue()
  return fc.oneof(
    { arbitrary: goodValue("", schema, {}), weight: 6 },
    { arbitrary: fc.jsonValue(), weight: 1 },
  )
}

/** A lone half of a surrogate pair cannot stand in an address. */
const encodable = (value: string): boolean => !/\p{Surrogate}/u.test(value)
