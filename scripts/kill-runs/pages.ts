import { closeSync, openSync, writeSync } from "node:fs"
import { gzipSync } from "node:zlib"
import { seeded } from "../bench/seeded.ts"

/** One page in so many is in English and coded; the others are stored and not coded, which takes a hundredth of the time. */
const CODED_ONE_IN = 8
const STATES = ["Kenya", "Estonia", "Belarus", "China", "Brazil", "Japan", "Poland", "Ghana"]
const DEEDS = [
  "imposed sanctions on",
  "signed a trade agreement with",
  "expelled two diplomats of",
  "promised humanitarian aid to",
]

/** A short page of its own for each number, the same in every run. */
export function pageOf(number: number): string {
  const random = seeded(number + 1)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const from = pick(STATES)
  const to = pick(STATES.filter((state) => state !== from))
  const day = `2023-${String(1 + (number % 12)).padStart(2, "0")}-${String(1 + (number % 28)).padStart(2, "0")}`
  const [language, title, text] =
    number % CODED_ONE_IN === 0
      ? [
          "en",
          `${from} and ${to}`,
          `The government of ${from} ${pick(DEEDS)} ${to} on Monday, the foreign ministry said. It was report number ${number} of the year, and others are to follow before the summer.`,
        ]
      : [
          "de",
          `Nachricht ${number}`,
          `Die Regierung hat am Montag mitgeteilt, dass die Brücke über den Fluss im kommenden Jahr erneuert wird. Es war die Nachricht Nummer ${number} in diesem Jahr, und weitere werden bis zum Sommer folgen.`,
        ]
  return `<html lang="${language}"><head><title>${title}</title><meta property="article:published_time" content="${day}"></head><body><article><p>${text}</p></article></body></html>`
}

/** Writes an archive as crawlers do: each page a record, each record a gzip member. */
export function writeArchive(file: string, articles: number): void {
  const out = openSync(file, "w")
  for (let number = 0; number < articles; number++) writeSync(out, gzipSync(recordOf(number)))
  closeSync(out)
}

function recordOf(number: number): Buffer {
  const block = Buffer.from(
    `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${pageOf(number)}`,
  )
  const head = [
    "WARC/1.0",
    "WARC-Type: response",
    `WARC-Target-URI: https://harbour.example/${number}`,
    "WARC-Date: 2023-12-03T12:00:00Z",
    `WARC-Record-ID: <urn:uuid:${number}>`,
    "Content-Type: application/http; msgtype=response",
    `Content-Length: ${block.length}`,
  ].join("\r\n")
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), block, Buffer.from("\r\n\r\n")])
}
