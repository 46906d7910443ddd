import Table from "cli-table3"
import type { AlertDelivery, AlertEntry, AlertQuery } from "../../store/index.ts"

const WITHOUT_RULES = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" }

function queryWords({ kinds, pairs, types, statuses, outlets, from }: AlertQuery): string {
  const parts = [kinds, pairs, types, statuses, outlets].filter((list) => list.length > 0)
  const words = parts.map((list) => list.join(" or "))
  return [...words, ...(from === undefined ? [] : [`from ${from}`])].join("; ")
}

/** The address without its path, in which receivers often hide a key. */
const placeWords = (delivery: AlertDelivery): string =>
  delivery.to === "webhook"
    ? new URL(delivery.url).origin
    : delivery.to === "file"
      ? delivery.path
      : "the desktop"

/** The alerts with what they ask for and what became of their firings. */
export function alertsTable(alerts: readonly AlertEntry[]): string {
  const table = new Table({
    style: { head: [], border: [] },
    head: ["alert", "tells", "to", "delivered", "waiting", "given up", "last problem"],
    chars: WITHOUT_RULES,
  })
  for (const { name, query, delivery, delivered, waiting, givenUp, problem } of alerts)
    table.push([name, queryWords(query), placeWords(delivery), delivered, waiting, givenUp, problem ?? ""])
  return table.toString()
}
