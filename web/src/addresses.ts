/** Which view an address names. */
export type Address =
  | { readonly view: "overview" }
  | { readonly view: "pair"; readonly pair: string }
  | { readonly view: "happening"; readonly id: string }
  | { readonly view: "documents" }
  | { readonly view: "document"; readonly id: string }
  | { readonly view: "about" }
  | { readonly view: "nowhere" }

/** Reads a raw (still encoded) pathname. Ids may hold slashes: they stand encoded in one segment. */
export function readAddress(pathname: string): Address {
  const [room, id, ...rest] = pathname.split("/").filter((part) => part !== "")
  if (room === undefined) return { view: "overview" }
  if (rest.length > 0) return { view: "nowhere" }
  if (id === undefined) {
    if (room === "documents") return { view: "documents" }
    return room === "about" ? { view: "about" } : { view: "nowhere" }
  }
  const decoded = decode(id)
  if (decoded === undefined) return { view: "nowhere" }
  if (room === "pairs") return { view: "pair", pair: decoded }
  if (room === "happenings") return { view: "happening", id: decoded }
  if (room === "documents") return { view: "document", id: decoded }
  return { view: "nowhere" }
}

export const pairAddress = (pair: string): string => `/pairs/${encodeURIComponent(pair)}`
export const happeningAddress = (id: string): string => `/happenings/${encodeURIComponent(id)}`
export const documentAddress = (id: string, event?: string): string =>
  `/documents/${encodeURIComponent(id)}${event === undefined ? "" : `?event=${encodeURIComponent(event)}`}`

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
