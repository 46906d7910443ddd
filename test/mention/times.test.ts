import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { bundledData } from "../../src/app/bundled-data.ts"
import { findTimes } from "../../src/mention/times.ts"
import { analyse } from "../../src/text/analyse.ts"
import { loadTextModels } from "../../src/text/models.ts"

const models = loadTextModels(bundledData)
/** A Sunday. */
const PUBLISHED = "2023-12-03T12:24:00-05:00"

const read = (text: string, published: string | undefined = PUBLISHED) =>
  findTimes(analyse(text, models), published)

/** Each expression as "words = type value". */
const values = (text: string, published: string | undefined = PUBLISHED): string[] =>
  read(text, published).map((time) => `${time.text} = ${time.type} ${time.value}`)

const interval = (text: string): string => {
  const [time] = read(text)
  return time?.interval ? `${time.interval.start}/${time.interval.end} ${time.interval.precision}` : "none"
}

test("a weekday after a past tense is the last one, after a plan the next one", () => {
  assert.deepEqual(values("The envoy landed in Minsk on Tuesday."), ["Tuesday = DATE 2023-11-28"])
  assert.deepEqual(values("The envoy will land in Minsk on Tuesday."), ["Tuesday = DATE 2023-12-05"])
  assert.deepEqual(values("The accord is due to be signed on Friday."), ["Friday = DATE 2023-12-08"])
  assert.deepEqual(values("The ministers gave the rebels until Thursday."), ["Thursday = DATE 2023-12-07"])
})

test("what could not be done, was called off or was not so until then does not look ahead", () => {
  assert.deepEqual(values("The spokesman could not be reached Saturday."), ["Saturday = DATE 2023-12-02"])
  assert.deepEqual(values("A service planned for Saturday was cancelled after the leak."), [
    "Saturday = DATE 2023-12-02",
  ])
  assert.deepEqual(values("Until Thursday, they had not named him."), ["Thursday = DATE 2023-11-30"])
})

test("a plan looks ahead although it is denied, and a deadline although it was set", () => {
  assert.deepEqual(values("They did not plan to leave on Thursday."), ["Thursday = DATE 2023-12-07"])
  assert.deepEqual(values("The office extended its deadline until 9 a.m. Tuesday."), [
    "9 a.m. Tuesday = TIME 2023-12-05T09:00",
  ])
})

test("a ruling of Wednesday stays past under a will that is about something else", () => {
  assert.deepEqual(values("They said they would look for ways to get around Wednesday's ruling."), [
    "Wednesday = DATE 2023-11-29",
  ])
  assert.deepEqual(values("She will attend Wednesday's talks."), ["Wednesday = DATE 2023-12-06"])
})

test("the hours, halves and weeks that a date is cut into are part of it", () => {
  assert.deepEqual(values("They came in the early morning hours of 30 April."), [
    "the early morning hours of 30 April = TIME 2023-04-30TMO",
  ])
  assert.deepEqual(values("He was held in the early hours of Thursday."), [
    "the early hours of Thursday = TIME 2023-11-30TMO",
  ])
  assert.deepEqual(values("Exports fell in the latter half of 2008."), [
    "the latter half of 2008 = DATE 2008-H2",
  ])
  assert.deepEqual(values("The truce held through Easter week 2021."), ["Easter week 2021 = DATE 2021-W13"])
  assert.deepEqual(values("They crossed on Christmas night."), ["Christmas night = TIME 2023-12-25TNI"])
})

test("a time told again for another zone, a share by the year and a whole day long are told once", () => {
  assert.deepEqual(values("It happened at 10:35 a.m. (0735 GMT) Friday."), [
    "10:35 a.m. = TIME 2023-12-01T10:35",
    "Friday = DATE 2023-12-01",
  ])
  assert.deepEqual(values("Exports rose 8.5% annually."), [])
  assert.deepEqual(values("The border is watched 24 hours a day."), ["24 hours a day = SET P1D"])
})

test("an offensive is of its season, what is to come lies in the future", () => {
  assert.deepEqual(values("The Spring Offensive of 1918 failed."), [
    "The Spring = DATE 1918-SP",
    "1918 = DATE 1918",
  ])
  assert.deepEqual(values("The accord would prevent future wars."), ["future = DATE FUTURE_REF"])
  assert.deepEqual(values("They spoke of its future role."), [])
})

test("the bare year of a date does not bring the story back to its beginning", () => {
  const text =
    "At the end of November 1937 the government moved. 1938 The battle began. They took the town in January. They lost it by 22 February. From 24 July until 26 November they fought. 1939 The troops took the rest. The city fell on 14 January 1939."
  assert.deepEqual(
    values(text).map((value) => value.split(" ").at(-1)),
    ["1937-11", "1938", "1938-01", "1938-02-22", "1938-07-24", "1938-11-26", "1939", "1939-01-14"],
  )
})

test("the weekday of publication is today", () => {
  assert.deepEqual(values("The talks opened on Sunday."), ["Sunday = DATE 2023-12-03"])
})

test("a month without a year is the one that tense and distance favour", () => {
  assert.deepEqual(values("In March, the two armies trained together."), ["March = DATE 2023-03"])
  assert.deepEqual(values("The two armies will train together in March."), ["March = DATE 2024-03"])
  assert.deepEqual(values("The treaty was signed in August."), ["August = DATE 2023-08"])
})

test("dates are read in every order that newspapers use", () => {
  for (const date of [
    "March 5, 2022",
    "5 March 2022",
    "the 5th of March, 2022",
    "Saturday, March 5, 2022",
    "2022-03-05",
    "5.3.2022",
    "3/5/2022",
  ])
    assert.match(values(`The order was issued on ${date}.`)[0] ?? "", /= DATE 2022-03-05$/, date)
})

test("both ends of a range are dated, and the year that stands once holds for both", () => {
  assert.deepEqual(values("The drill ran from Feb. 28-March 2, 2021."), [
    "Feb. 28 = DATE 2021-02-28",
    "March 2, 2021 = DATE 2021-03-02",
  ])
  assert.deepEqual(values("They met on June 5-7, 2019."), [
    "June 5 = DATE 2019-06-05",
    "7, 2019 = DATE 2019-06-07",
  ])
  assert.deepEqual(values("He ruled from 1915-17."), ["1915 = DATE 1915", "17 = DATE 1917"])
})

test("both ends of a range carry the interval of the whole", () => {
  for (const text of [
    "The drill ran from Feb. 28-March 2, 2021.",
    "It ran between 28 February and 2 March 2021.",
  ])
    for (const time of read(text))
      assert.deepEqual(time.interval, { start: "2021-02-28", end: "2021-03-02", precision: "day" }, time.text)
})

test("relative days count from publication, 'earlier' and 'later' from the date before", () => {
  assert.deepEqual(values("The convoy left yesterday and arrives the day after tomorrow."), [
    "yesterday = DATE 2023-12-02",
    "the day after tomorrow = DATE 2023-12-05",
  ])
  assert.deepEqual(values("Police raided the office on 10 May 2021. Two days later, the editor fled."), [
    "10 May 2021 = DATE 2021-05-10",
    "Two days later = DATE 2021-05-12",
  ])
  assert.deepEqual(values("He resigned on 10 May 2021; the previous day he had denied it."), [
    "10 May 2021 = DATE 2021-05-10",
    "the previous day = DATE 2021-05-09",
  ])
  assert.deepEqual(values("The pact was signed three months ago."), ["three months ago = DATE 2023-09"])
})

test("years, quarters, halves, seasons, decades and centuries have their own values", () => {
  assert.deepEqual(
    values(
      "It fell last year, in the third quarter of 2022, in the first half of 2021 and in the summer of 2020.",
    ),
    [
      "last year = DATE 2022",
      "the third quarter of 2022 = DATE 2022-Q3",
      "the first half of 2021 = DATE 2021-H1",
      "the summer of 2020 = DATE 2020-SU",
    ],
  )
  assert.deepEqual(values("The border of the 1990s was drawn in the 19th century."), [
    "the 1990s = DATE 199",
    "the 19th century = DATE 18",
  ])
})

test("durations, sets and references are no calendar dates", () => {
  assert.deepEqual(values("The four-hour talks followed several months of silence."), [
    "four-hour = DURATION PT4H",
    "several months = DURATION PXM",
  ])
  assert.deepEqual(values("Workers now protest every Monday and pay rent annually."), [
    "now = DATE PRESENT_REF",
    "every Monday = SET XXXX-WXX-1",
    "annually = SET P1Y",
  ])
  for (const time of read("The four-hour talks now resume every Monday.")) assert.equal(time.interval, null)
})

test("clock times take the day beside them", () => {
  assert.deepEqual(values("The siren sounded at 7:15 p.m. on Friday and again at noon on 2 December 2023."), [
    "7:15 p.m. on Friday = TIME 2023-12-01T19:15",
    "noon on 2 December 2023 = TIME 2023-12-02T12:00",
  ])
  assert.deepEqual(values("The airport closed last night."), ["last night = TIME 2023-12-02TNI"])
})

test("intervals are inclusive days, and weeks run from Sunday to Saturday", () => {
  assert.equal(interval("He came in February 2024."), "2024-02-01/2024-02-29 month")
  assert.equal(interval("He came last week."), "2023-11-26/2023-12-02 week")
  assert.equal(interval("He will come by the end of 2025."), "2025-10-01/2025-12-31 year")
  assert.equal(interval("He came on Saturday evening."), "2023-12-02/2023-12-02 time")
})

test("a modifier narrows the days but not the value", () => {
  assert.equal(interval("The call was made in late July 2019."), "2019-07-21/2019-07-31 month")
  assert.equal(interval("The bill passed early last year."), "2022-01-01/2022-03-31 year")
  assert.deepEqual(values("The call was made in late July 2019."), ["late July 2019 = DATE 2019-07"])
})

test("a surname is no month", () => {
  assert.deepEqual(values("He resigned over opposition to May's plan, as Jan Egeland told her."), [])
})

test("an article on a time long past anchors its months at the date before them", () => {
  const history =
    "In June 1812 the army crossed the river. By September it held the capital. The retreat began in October 1812, and in November the crossing failed. Peace came in 1814, war again in 1815."
  assert.deepEqual(
    read(history).map(({ value }) => value),
    ["1812-06", "1812-09", "1812-10", "1812-11", "1814", "1815"],
  )
})

test("without a publication date the text's own dates anchor the rest", () => {
  assert.deepEqual(values("On 5 May 2022 they met. In June they parted.", ""), [
    "5 May 2022 = DATE 2022-05-05",
    "June = DATE 2022-06",
  ])
  assert.deepEqual(values("They met in June.", ""), ["June = DATE XXXX-06"])
})

test("numbers, names, ages and verbs are not dates", () => {
  for (const text of [
    "Some 1,998 people and 2000 troops may march against Resolution 1701.",
    "The 25-year-old driver of a Boeing 737 was unhurt.",
    "The Women's March crossed the city after the fall of the regime.",
    "A second round of the 60 Minutes interview drew 3,000 viewers.",
  ])
    assert.deepEqual(values(text), [], text)
})

test("offsets cut the expression out of the text, in order and without overlap", () => {
  const words = [
    "last",
    "March",
    "5",
    "2021",
    "two",
    "days",
    "ago",
    "the",
    "of",
    ",",
    "-",
    "Friday",
    "’s",
    "p.m.",
    "1990s",
    "\n\n",
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (parts) => {
      const text = parts.join(" ")
      let floor = 0
      for (const time of read(text)) {
        assert.equal(text.slice(time.start, time.end), time.text)
        assert.ok(time.start >= floor && time.end > time.start)
        floor = time.end
      }
    }),
    { numRuns: 200 },
  )
})

test("the time to read grows with the length of a hostile text, not with its square", () => {
  const flat = (text: string) => {
    const analysis = { ...analyse("", models), text }
    const began = process.hrtime.bigint()
    findTimes(analysis, PUBLISHED)
    return Number(process.hrtime.bigint() - began) / 1e6
  }
  for (const unit of [
    "the the early mid-",
    "May 5-",
    "two ",
    "1999-",
    "(",
    "last ",
    "March and ",
    "a few ",
    "12:",
  ])
    assert.ok(flat(unit.repeat(10_000)) < 3000, unit)
})
