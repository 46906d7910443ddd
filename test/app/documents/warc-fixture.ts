import { gzipSync } from "node:zlib"

const CRLF = "\r\n"

/** A record of a web archive; `length` is what its header says of its block, right unless given. */
export function warcRecord(type: string, url: string, block: Buffer, length = block.length): Buffer {
  const head = [
    "WARC/1.0",
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    "WARC-Date: 2023-12-03T12:00:00Z",
    `WARC-Record-ID: <urn:uuid:${url}>`,
    "Content-Type: application/http; msgtype=response",
    `Content-Length: ${length}`,
  ].join(CRLF)
  return Buffer.concat([Buffer.from(`${head}${CRLF}${CRLF}`), block, Buffer.from(CRLF + CRLF)])
}

export interface ResponseOptions {
  readonly status?: number
  readonly type?: string
  readonly encoding?: string
  readonly body?: Buffer
}

export function responseBlock(html: string, options: ResponseOptions = {}): Buffer {
  const { status = 200, type = "text/html; charset=utf-8", encoding, body = Buffer.from(html) } = options
  const head = [`HTTP/1.1 ${status} OK`, `Content-Type: ${type}`]
  if (encoding !== undefined) head.push(`Content-Encoding: ${encoding}`)
  return Buffer.concat([Buffer.from(`${head.join(CRLF)}${CRLF}${CRLF}`), body])
}

export const articlePage = (number: number): string =>
  `<html lang="en"><head><title>Report ${number}</title></head><body><article><p>The president of Belarus met the president of China in Beijing on Monday, and the two signed agreement number ${number} on trade, the ministry said.</p><p>Both governments expect that a forum will follow in Minsk before the year ends.</p></article></body></html>`

export const articleRecord = (number: number): Buffer =>
  warcRecord("response", `https://harbour.example/${number}`, responseBlock(articlePage(number)))

/** Each record a gzip member of its own, as crawlers write them. */
export const packed = (records: readonly Buffer[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(record)))
