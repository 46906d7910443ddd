/** Which view an address names. */
export type Address =
  | { readonly view: "overview" }
  | { readonly view: "today" }
  | { readonly view: "pair"; readonly pair: string }
  | { readonly view: "compare"; readonly pair: string }
  | { readonly view: "search" }
  | { readonly view: "happening"; readonly id: string }
  | { readonly view: "documents" }
  | { readonly view: "document"; readonly id: string }
  | { readonly view: "leaders" }
  | { readonly view: "leader"; readonly id: string }
  | { readonly view: "network" }
  | { readonly view: "map" }
  | { readonly view: "sources" }
  | { readonly view: "outlet"; readonly id: string }
  | { readonly view: "about" }
  | { readonly view: "nowhere" }

/** Views whose address is their name. */
const ROOMS = ["today", "search", "documents", "leaders", "network", "map", "sources", "about"] as const

/** Reads a raw (still encoded) pathname. Ids may hold slashes: they stand encoded in one segment. */
export function readAddress(pathname: string): Address {
  const [room, id, ...rest] = pathname.split("/").filter((part) => part !== "")
  if (room === undefined) return { view: "overview" }
  if (rest.length > 0) return readPart(room, id, rest)
  if (id === undefined) {
    const view = ROOMS.find((known) => known === room)
    return { view: view ?? "nowhere" }
  }
  const decoded = decode(id)
  if (decoded === undefined) return { view: "nowhere" }
  if (room === "pairs") return { view: "pair", pair: decoded }
  if (room === "happenings") return { view: "happening", id: decoded }
  if (room === "documents") return { view: "document", id: decoded }
  if (room === "leaders") return { view: "leader", id: decoded }
  if (room === "sources") return { view: "outlet", id: decoded }
  return { view: "nowhere" }
}

/** A view within another: /pairs/BLR-CHN/compare. */
function readPart(room: string, id: string | undefined, [part, ...rest]: readonly string[]): Address {
  const pair = id === undefined ? undefined : decode(id)
  return room === "pairs" && part === "compare" && rest.length === 0 && pair !== undefined
    ? { view: "compare", pair }
    : { view: "nowhere" }
}

export const pairAddress = (pair: string): string => `/pairs/${encodeURIComponent(pair)}`
export const compareAddress = (pair: string): string => `${pairAddress(pair)}/compare`
export const happeningAddress = (id: string): string => `/happenings/${encodeURIComponent(id)}`
export const documentAddress = (id: string, event?: string): string =>
  `/documents/${encodeURIComponent(id)}${event === undefined ? "" : `?event=${encodeURIComponent(event)}`}`

export const leaderAddress = (id: string): string => `/leaders/${encodeURIComponent(id)}`
export const outletAddress = (id: string): string => `/sources/${encodeURIComponent(id)}`

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
