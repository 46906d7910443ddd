/** A copy of the schema without the names under which its parts stand in the OpenAPI document: elsewhere these would clash. */
export const withoutIds = <Schema extends object>(schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === "$id" ? undefined : value))) as Schema
