/** Adds the counts of one batch. */
export function addUncoded(total: Map<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [why, count] of Object.entries(counts)) total.set(why, (total.get(why) ?? 0) + count)
}

/** "12 documents were not coded: 9 in another language (de 6, fr 3), 3 behind a paywall."; undefined where all were. */
export function uncodedLine(counts: ReadonlyMap<string, number>): string | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (total === 0) return undefined
  const walled = counts.get("paywall") ?? 0
  const languages = [...counts]
    .filter(([why]) => why !== "paywall")
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([language, count]) => `${language} ${count}`)
  const parts = [
    ...(languages.length === 0 ? [] : [`${total - walled} in another language (${languages.join(", ")})`]),
    ...(walled === 0 ? [] : [`${walled} behind a paywall`]),
  ]
  return `${total} ${total === 1 ? "document was" : "documents were"} not coded: ${parts.join(", ")}.`
}
