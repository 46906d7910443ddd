import type { CameoCode } from "./cameo.ts"
import type { Codebook, CodeEntry, EventTypeEntry } from "./codebook.ts"

/** True where any list of the codebook has the code. */
export const isCode = (code: string, codebook: Codebook): boolean => explanations(code, codebook).length > 0

/**
 * Says in a sentence or two what a code means: a category, mode, context, sector, status or CAMEO code, in any case.
 * A name that several lists share ("military-like" modes, say "visit" and "release") is explained once for each.
 */
export function explainCode(code: string, codebook: Codebook): string {
  const found = explanations(code, codebook)
  return found.length > 0
    ? found.join("\n")
    : `"${code.trim()}" is no code of PLOVER's categories, modes, contexts or sectors, no status and no CAMEO code.`
}

function explanations(code: string, codebook: Codebook): string[] {
  const asked = code.trim()
  const lower = asked.toLowerCase()
  const type = codebook.eventType(asked.toUpperCase())
  return [
    ...(type === undefined ? [] : [explainType(type, codebook)]),
    ...codebook.modes
      .filter(({ mode }) => mode === lower)
      .map((entry) => `${entry.type} ${entry.mode} (mode, score ${entry.score}): ${entry.definition}`),
    ...explainEntries("context", codebook.contexts, lower),
    ...explainEntries("sector", codebook.sectors, lower),
    ...explainEntries("status", codebook.statuses, lower),
    ...codebook.cameo.filter((entry) => entry.code === asked).map(explainCameo),
  ]
}

function explainType(entry: EventTypeEntry, codebook: Codebook): string {
  const modes = codebook.modesOf(entry.type).map(({ mode }) => mode)
  return [
    `${entry.type} (${entry.quad}, score ${entry.score}): ${entry.definition}`,
    ...(modes.length > 0 ? [`Modes: ${modes.join(", ")}.`] : []),
  ].join(" ")
}

const explainEntries = (kind: string, entries: readonly CodeEntry[], lower: string): string[] =>
  entries
    .filter((entry) => entry.code.toLowerCase() === lower)
    .map((entry) =>
      entry.name === entry.code || kind === "context"
        ? `${entry.code} (${kind}): ${entry.definition}`
        : `${entry.code} (${kind}), ${entry.name}: ${entry.definition}`,
    )

function explainCameo(entry: CameoCode): string {
  const plover =
    entry.type === null
      ? "no PLOVER category"
      : [entry.type, entry.mode, entry.contexts.join(", ")].filter(Boolean).join(", ")
  return `${entry.code} (CAMEO, Goldstein ${entry.goldstein}): ${entry.name}. In PLOVER: ${plover}.`
}
