import { loadActorLexicon } from "../../mention/lexicon.ts"
import { resolveActor } from "../../mention/resolve-actor.ts"
import type { Actor } from "../../record/index.ts"
import { normalizeDate } from "../../text/published-date.ts"
import { bundledData } from "../bundled-data.ts"
import { shown } from "../documents/json-document.ts"
import { readOwnActors } from "../own-actors.ts"
import { LineError, readJsonLines } from "./json-lines.ts"
import { pathsOrStdin } from "./options.ts"
import { writeOut } from "./stdout.ts"

interface Phrase {
  readonly id: string | number | null
  readonly text: string
  readonly context?: string
  /** ISO day. */
  readonly date?: string
}

function readPhrase({ id, text, context, date }: Readonly<Record<string, unknown>>): Phrase {
  if (typeof text !== "string")
    throw new LineError(`"text" is ${shown(text)}; it must be the phrase, a string`)
  const day = typeof date === "string" ? normalizeDate(date)?.slice(0, 10) : undefined
  if (typeof date === "string" && date !== "" && day === undefined)
    throw new LineError(`"date" is ${shown(date)}; it must be a date such as 2023-12-03`)
  return {
    id: typeof id === "string" || typeof id === "number" ? id : null,
    text,
    ...(typeof context === "string" && context !== "" ? { context } : {}),
    ...(day === undefined ? {} : { date: day }),
  }
}

const toLine = (id: Phrase["id"], actors: readonly Actor[]): string =>
  `${JSON.stringify({
    id,
    actors: actors.map(({ name, country, sector, sectors, role }) => ({
      name,
      country,
      sector,
      sectors,
      role,
    })),
  })}\n`

/** Resolves each phrase of the input and writes who it names. */
export async function resolvePhrases(
  paths: readonly string[],
  actors: readonly string[] = [],
): Promise<void> {
  const inputs = pathsOrStdin(paths)
  const own = readOwnActors(actors, (issue) => process.stderr.write(`${issue}\n`))
  const lexicon = loadActorLexicon(bundledData, undefined, own)
  for await (const { id, text, ...at } of readJsonLines(inputs, readPhrase))
    await writeOut(toLine(id, resolveActor(text, lexicon, at)))
}
