import { type Opinion, openStore } from "../../store/index.ts"
import { hostOf } from "../fetch/addresses.ts"
import { stopOnInterrupt } from "../interrupt.ts"
import { openRecord } from "../open-record.ts"
import { completionsOf, type ModelEndpoint } from "../opinion/ask-model.ts"
import { type DocumentTold, giveOpinions } from "../opinion/give-opinions.ts"
import { SOME_LOST } from "./exit-codes.ts"
import { MisuseError } from "./options.ts"
import type { SecondOpinionOptions } from "./second-opinion.ts"
import { writeOut } from "./stdout.ts"

const TRIES = 3
const LONGEST_PAUSE_MS = 60_000
const OWN_HOSTS = new Set(["localhost", "127.0.0.1", "::1"])

/** Asks the model, or lists what was said before. */
export const secondOpinion = (options: SecondOpinionOptions): Promise<void> =>
  options.list === true ? list(options) : ask(options)

function endpointOf({ endpoint, model, keyEnv, timeout }: SecondOpinionOptions): ModelEndpoint {
  if (endpoint === undefined || model === undefined)
    throw new MisuseError(
      "no model is asked unless you name one: give --endpoint URL and --model NAME, or --list to see what was said before",
    )
  const isWeb = URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol)
  if (!isWeb) throw new MisuseError(`“${endpoint}” is no address; it must begin with https:// or http://`)
  const url = completionsOf(new URL(endpoint))
  const key = process.env[keyEnv]
  if (key && url.protocol === "http:" && !OWN_HOSTS.has(hostOf(url)))
    throw new MisuseError(`${keyEnv} would go to ${url.host} unencrypted: use https, or unset it`)
  return {
    ...{ url, model, tries: TRIES, longestPause: LONGEST_PAUSE_MS },
    timeLimit: timeout * 1000,
    ...(key ? { key } : {}),
  }
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`

function tell({ document, problem, asked, confirmed, doubted, proposed, refused }: DocumentTold): void {
  const counts = `${plural(asked, "event")}: ${confirmed} confirmed, ${doubted} doubted, ${proposed} proposed`
  process.stderr.write(`${document}: ${problem ?? counts}\n`)
  for (const why of refused) process.stderr.write(`  thrown away: ${why}\n`)
}

async function ask(options: SecondOpinionOptions): Promise<void> {
  const endpoint = endpointOf(options)
  await (await openRecord(options.store)).close()
  const signal = stopOnInterrupt(() => process.stderr.write("Stopping after the document at hand …\n"))
  const store = await openStore(options.store)
  try {
    const { judged, failed, stopped } = await giveOpinions(store, {
      ...{ endpoint, signal, limit: options.limit, onDocument: tell, now: () => new Date() },
      ...(options.document === undefined ? {} : { documents: options.document }),
    })
    if (stopped !== undefined) process.stderr.write(`Given up: ${stopped}\n`)
    process.stderr.write(
      `${plural(judged, "document")} judged by ${endpoint.model}, ${failed} without an answer\n`,
    )
    if (failed > 0) process.exitCode = SOME_LOST
  } finally {
    await store.close()
  }
}

async function list({ store: file, document }: SecondOpinionOptions): Promise<void> {
  const store = await openRecord(file)
  try {
    const opinions = await store.opinions()
    const wanted = opinions.filter((opinion) => document?.includes(opinion.document) ?? true)
    for (const opinion of wanted) await writeOut(`${JSON.stringify(opinion)}\n`)
    for (const line of tallies(wanted)) process.stderr.write(`${line}\n`)
  } finally {
    await store.close()
  }
}

/** One line for each second coder: how often it agrees with the first. */
function tallies(opinions: readonly Opinion[]): string[] {
  return [...new Set(opinions.map(({ model }) => model))].map((model) => {
    const own = opinions.filter((opinion) => opinion.model === model)
    const items = own.flatMap(({ items }) => items)
    const count = (kind: string): number => items.filter((item) => item.kind === kind).length
    return `${model}: ${plural(own.length, "document")}, ${count("confirm")} events confirmed, ${count("doubt")} doubted, ${count("propose")} proposed`
  })
}
