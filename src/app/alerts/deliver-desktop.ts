import { execFile } from "node:child_process"
import type { Firing } from "../../store/index.ts"
import type { Attempt } from "./deliver-webhook.ts"
import { headlineOf } from "./headline.ts"

/** More than this many at once are told in one notification. */
const MOST_NOTIFICATIONS = 3
const TIME_LIMIT_MS = 10_000
const LONGEST_TEXT = 250

interface Notice {
  readonly title: string
  readonly text: string
}

/** A program and the words that it is given; they never pass through a shell. */
export type Run = (program: string, words: readonly string[]) => Promise<void>

const runProgram: Run = (program, words) =>
  new Promise((done, fail) => {
    execFile(program, [...words], { timeout: TIME_LIMIT_MS }, (error) =>
      error === null ? done() : fail(error),
    )
  })

/** Some desktops read the text as markup. */
const plain = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

/** The script takes title and text as arguments, so that no words of an article become part of it. */
const OSASCRIPT = [
  "-e",
  "on run argv",
  "-e",
  "display notification (item 2 of argv) with title (item 1 of argv)",
  "-e",
  "end run",
]

const commandFor = (platform: string, { title, text }: Notice): readonly [string, readonly string[]] =>
  platform === "darwin"
    ? ["osascript", [...OSASCRIPT, "--", title, text]]
    : ["notify-send", ["--app-name=Chancery", "--", title, plain(text)]]

function noticesOf(firings: readonly Firing[]): Notice[] {
  const all = firings.map(({ message }) => headlineOf(message))
  if (all.length <= MOST_NOTIFICATIONS) return all
  const [first] = all
  return [{ title: `Chancery: ${all.length} changes`, text: `${first?.title} ${first?.text}, and others` }]
}

/** Shows firings on the desktop, together where they are many. */
export async function deliverDesktop(
  firings: readonly Firing[],
  { platform = process.platform, run = runProgram }: { readonly platform?: string; readonly run?: Run } = {},
): Promise<Attempt> {
  try {
    for (const { title, text } of noticesOf(firings))
      await run(...commandFor(platform, { title, text: text.slice(0, LONGEST_TEXT) }))
    return {}
  } catch (error) {
    const program = platform === "darwin" ? "osascript" : "notify-send"
    const { code, message } = error as NodeJS.ErrnoException
    return code === "ENOENT"
      ? {
          problem: `there is no ${program} here: install it, or send the alert to a file or a webhook`,
          lasting: true,
        }
      : { problem: `${program}: ${message}` }
  }
}
