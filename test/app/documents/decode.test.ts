import assert from "node:assert/strict"
import { test } from "node:test"
import { DecodingError, decodeHtml, decodeText } from "../../../src/app/documents/decode.ts"

const bytes = (...values: (number | string)[]): Uint8Array =>
  Buffer.concat(
    values.map((value) => (typeof value === "number" ? Buffer.from([value]) : Buffer.from(value))),
  )

test("a byte order mark is no part of the text", () => {
  assert.equal(decodeText(bytes(0xef, 0xbb, 0xbf, "Łódź")), "Łódź")
  assert.equal(decodeText(Buffer.from("\ufeffŁódź", "utf16le")), "Łódź")
  assert.equal(decodeText(Buffer.from("\ufeffŁódź", "utf16le").swap16()), "Łódź")
})

test("bytes that are not UTF-8 are refused by line, with a remedy", () => {
  assert.throws(
    () => decodeText(bytes("one\ntwo\nna", 0xef, "ve\n")),
    (error) => error instanceof DecodingError && /line 3 .*iconv/.test(error.message),
  )
})

test("a binary file is refused", () => {
  assert.throws(() => decodeText(bytes("%PDF", 0, 1)), DecodingError)
})

test("a page is read in the charset that it declares", () => {
  const russian = Buffer.from([0xcc, 0xe8, 0xed, 0xf1, 0xea])
  const page = bytes('<meta charset="windows-1251"><p>', ...russian)
  assert.ok(decodeHtml(page).endsWith("Минск"))
  const old = bytes(
    '<META http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>',
    0xed,
    0xc9,
    0xce,
  )
  assert.ok(decodeHtml(old).endsWith("Мин"))
})

test("a page without a declaration that is not UTF-8 is windows-1252, quotation marks and all", () => {
  assert.equal(decodeHtml(bytes("<p>", 0x93, "Yes", 0x94, " ", 0x96, " caf", 0xe9)), "<p>“Yes” – café")
  assert.equal(decodeHtml(bytes('<meta charset="no-such-set">', 0xe9)).at(-1), "é")
})

test("a page in UTF-8 is UTF-8, whatever it declares", () => {
  assert.ok(decodeHtml(bytes('<meta charset="iso-8859-1">café')).endsWith("café"))
})
