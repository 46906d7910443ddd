import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadCodebook } from "../../src/codebook/codebook.ts"
import { correctDocument, readCorrection } from "../../src/correction/index.ts"
import type { Correction, Event } from "../../src/record/index.ts"
import { EVENT_TYPES, STATUSES } from "../../src/record/index.ts"
import { buildEvent } from "../happening/build-event.ts"
import { buildCorrection } from "./build-correction.ts"

const codebook = loadCodebook(bundledData)
const TEXT = "Minsk held talks with Beijing on Monday. Later the two sides signed a treaty."
const spanOf = (words: string) => {
  const start = TEXT.indexOf(words)
  assert.notEqual(start, -1, words)
  return { start, end: start + words.length, text: words }
}
const FIRST = spanOf("Minsk held talks with Beijing on Monday")
const coded = (id: string, trigger: string, sketch: Partial<Event> = {}): Event => ({
  ...buildEvent({ id, document: "d", actors: ["BLR"], recipients: ["CHN"] }),
  evidence: FIRST,
  trigger: spanOf(trigger),
  ...sketch,
})
const TALKS = coded("talks", "talks")
const SIGNED = coded("signed", "signed", {
  type: "AGREE",
  evidence: spanOf("Later the two sides signed a treaty"),
})
const read = (events: readonly Event[], corrections: readonly Correction[], text = TEXT) =>
  correctDocument({ text, events, corrections }, codebook)
const at = (minute: number): string => `2024-01-01T10:${String(minute).padStart(2, "0")}:00.000Z`

test("a fix gives the event its fields, and PLOVER's category, quad class, score and CAMEO code follow", () => {
  const fix = buildCorrection(TALKS, { changes: { status: "planned" } })
  const [talks, signed] = read([TALKS, SIGNED], [fix]).reviewed
  assert.deepEqual(
    [talks?.event.status, talks?.event.plover, talks?.event.quad, talks?.event.type],
    ["planned", "AGREE", "verbal cooperation", "CONSULT"],
  )
  assert.deepEqual(talks?.event.correction?.changed, ["status"])
  assert.equal(talks?.review.coded.status, "occurred")
  assert.equal(signed?.event, SIGNED)
  assert.equal(signed?.review.standing, null)
})

test("a rejected event keeps its fields and is marked; a later word gives it back", () => {
  const reject = buildCorrection(TALKS, { kind: "reject", time: at(1) })
  assert.equal(read([TALKS], [reject]).reviewed[0]?.rejected, true)
  const confirm = buildCorrection(TALKS, { time: at(2) })
  assert.equal(read([TALKS], [reject, confirm]).reviewed[0]?.rejected, false)
})

test("the newest word on each field holds: a later fix of one field leaves an earlier one of another", () => {
  const fixes = [
    buildCorrection(TALKS, { author: "Ada", time: at(1), changes: { type: "AGREE" } }),
    buildCorrection(TALKS, { author: "Ben", time: at(2), changes: { status: "planned" } }),
  ]
  const [talks] = read([TALKS], fixes).reviewed
  assert.deepEqual([talks?.event.type, talks?.event.status], ["AGREE", "planned"])
  assert.deepEqual(talks?.review.dissent, [])
})

test("two analysts who disagree are both shown, and the newer one holds", () => {
  const words = [
    buildCorrection(TALKS, { author: "Ada", time: at(1), changes: { status: "planned" } }),
    buildCorrection(TALKS, { author: "Ben", time: at(2), changes: { status: "denied" } }),
  ]
  const [talks] = read([TALKS], words).reviewed
  assert.equal(talks?.event.status, "denied")
  assert.deepEqual(talks?.review.dissent, [
    { author: "Ada", time: at(1), rejected: false, fields: { status: "planned" } },
  ])
  const [rejected] = read(
    [TALKS],
    [...words, buildCorrection(TALKS, { kind: "reject", author: "Cy", time: at(3) })],
  ).reviewed
  assert.deepEqual(
    rejected?.review.dissent.map(({ author }) => author),
    ["Ada", "Ben"],
  )
})

test("an undo takes back its author's word and nobody else's", () => {
  const fix = buildCorrection(TALKS, { author: "Ada", time: at(1), changes: { status: "planned" } })
  const undo = (author: string) =>
    buildCorrection(TALKS, { kind: "undo", author, time: at(2), undoes: fix.id, changes: {} })
  assert.equal(read([TALKS], [fix, undo("Ada")]).reviewed[0]?.event.status, "occurred")
  assert.equal(read([TALKS], [fix, undo("Ada")]).reviewed[0]?.review.standing, null)
  assert.equal(read([TALKS], [fix, undo("Ben")]).reviewed[0]?.event.status, "planned")
})

test("a confirmation holds what was seen, whatever the article is coded to later", () => {
  const confirm = buildCorrection(TALKS)
  const again = coded("again", "talks", { status: "denied", type: "REJECT" })
  const [event] = read([again], [confirm]).reviewed
  assert.deepEqual(
    [event?.event.id, event?.event.type, event?.event.status],
    ["again", "CONSULT", "occurred"],
  )
  assert.deepEqual(event?.event.correction?.changed, ["type", "status"])
})

test("a correction finds its event by the words: under another id, from another word of one act, in a text that moved", () => {
  const reject = buildCorrection(TALKS, { kind: "reject" })
  const other = coded("other", "held")
  assert.equal(read([other], [reject]).reviewed[0]?.rejected, true)
  const ahead = "Update: "
  const moved = (event: Event): Event => {
    const shift = ({ start, end, text }: Event["evidence"]) => ({
      start: start + ahead.length,
      end: end + ahead.length,
      text,
    })
    return { ...event, id: `${event.id}'`, evidence: shift(event.evidence), trigger: shift(event.trigger!) }
  }
  const result = read([moved(TALKS), moved(SIGNED)], [reject], ahead + TEXT)
  assert.deepEqual(
    result.reviewed.map(({ rejected }) => rejected),
    [true, false],
  )
})

test("it does not go over to another event of the sentence, nor to words that are gone: it is an orphan", () => {
  const reject = buildCorrection(TALKS, { kind: "reject" })
  const other = coded("other", "held", { type: "AID" })
  for (const result of [
    read([other, SIGNED], [reject]),
    read([], [reject]),
    read([TALKS], [reject], "Nothing."),
  ]) {
    assert.deepEqual(
      result.reviewed.map(({ rejected }) => rejected),
      result.reviewed.map(() => false),
    )
    assert.equal(result.orphans.length, 1)
    assert.equal(result.orphans[0]?.review.history[0]?.id, reject.id)
  }
})

test("a participant whom the article names keeps words, office and kind; another gets the words that are there", () => {
  const xi = { name: "Xi Jinping", country: "CHN", sector: "GOV", span: null }
  const talks = coded("talks", "talks", {
    recipients: [
      {
        ...xi,
        ...spanOf("Beijing"),
        sectors: ["GOV", "PTY"],
        role: "president",
        kind: "person",
      } as unknown as Event["actors"][number],
    ],
  })
  const minsk = { name: "Minsk", country: "BLR", sector: "GOV", span: null }
  const nobody = { name: "Somebody else", country: null, sector: null, span: null }
  const fix = buildCorrection(talks, { changes: { actors: [xi, minsk, nobody] } })
  const [event] = read([talks], [fix]).reviewed
  assert.deepEqual(
    event?.event.actors.map(({ role, text, start, end }) => [role, text, TEXT.slice(start, end)]),
    [
      ["president", "Beijing", "Beijing"],
      [null, "Minsk", "Minsk"],
      [null, "", ""],
    ],
  )
})

const said = fc.record({
  author: fc.constantFrom("Ada", "Ben"),
  minute: fc.integer({ min: 0, max: 5 }),
  kind: fc.constantFrom("confirm", "fix", "reject", "undo"),
  status: fc.constantFrom(...STATUSES),
  type: fc.constantFrom(...EVENT_TYPES),
  which: fc.constantFrom(TALKS, SIGNED),
  undoes: fc.nat({ max: 5 }),
})

test("whatever was said, in whatever order it comes in, and twice: the same stands", () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (words, order) => {
      const corrections: Correction[] = []
      for (const { kind, author, minute, status, type, which, undoes } of words) {
        const back = corrections[undoes]
        if (kind === "undo" && back === undefined) continue
        corrections.push(
          buildCorrection(which, {
            kind,
            author,
            time: at(minute),
            changes: kind === "fix" ? { status, type } : {},
            undoes: kind === "undo" ? back!.id : null,
          } as Partial<Correction>),
        )
      }
      const keys = new Map(corrections.map((one) => [one, order.next().value as number]))
      const shuffled = [...corrections].sort((a, b) => keys.get(a)! - keys.get(b)!)
      const expected = read([TALKS, SIGNED], corrections)
      assert.deepEqual(read([TALKS, SIGNED], [...shuffled, ...corrections]), expected)
      const recoded = [TALKS, SIGNED].map((event) => ({
        ...event,
        id: `${event.id} anew`,
        status: "ongoing" as const,
      }))
      const kept = read(recoded, shuffled).reviewed.map(({ review }) => review.history.length)
      assert.deepEqual(
        kept,
        expected.reviewed.map(({ review }) => review.history.length),
      )
    }),
  )
})

test("what is no correction is named with field, value and what is expected", () => {
  const good = buildCorrection(TALKS, { changes: { status: "planned" } })
  assert.deepEqual({ id: good.id, ...readCorrection(good) }, good)
  const wrongs: [unknown, RegExp][] = [
    [[], /"correction" is \[\]; it must be an object/],
    [{ ...good, kind: "praise" }, /"kind" is "praise"; it must be one of confirm, fix, reject, undo/],
    [{ ...good, author: " " }, /"author" is " "; it must be a text/],
    [{ ...good, time: "yesterday" }, /"time" is "yesterday"; it must be a time in UTC/],
    [{ ...good, changes: {} }, /"changes" is {}; it must be at least one field/],
    [{ ...good, changes: { mood: "bad" } }, /"changes" is "mood"; it must be of the fields/],
    [{ ...good, changes: { date: { start: "2023-02-30" } } }, /"date.start" is "2023-02-30"/],
    [{ ...good, changes: { actors: [{ name: "X", country: "xx" }] } }, /"actors.country" is "xx"/],
    [{ ...good, seen: { ...good.seen, status: null } }, /"status" is null/],
    [
      { ...good, target: { ...good.target, evidence: { start: 1, end: 9, text: "short" } } },
      /"target.evidence.text" is "short"/,
    ],
  ]
  for (const [wrong, message] of wrongs) assert.throws(() => readCorrection(wrong), message)
})
