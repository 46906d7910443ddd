import type { Status } from "../../../src/record/index.ts"

/** How sure it is that the thing came about, as marks show it: filled, hollow or crossed. */
export type StatusShape = "filled" | "half" | "hollow" | "crossed"

const SHAPES: Readonly<Record<Status, StatusShape>> = {
  occurred: "filled",
  ongoing: "half",
  planned: "hollow",
  expected: "hollow",
  promised: "hollow",
  threatened: "hollow",
  hypothetical: "hollow",
  denied: "crossed",
  "not-occurred": "crossed",
}

const WORDS: Readonly<Record<Status, string>> = {
  occurred: "occurred",
  ongoing: "under way",
  planned: "planned",
  expected: "expected",
  promised: "promised",
  threatened: "threatened",
  hypothetical: "hypothetical",
  denied: "denied",
  "not-occurred": "did not occur",
}

export const STATUS_ORDER = Object.keys(WORDS) as readonly Status[]
export const statusShape = (status: Status): StatusShape => SHAPES[status]
export const statusWords = (status: Status): string => WORDS[status]
export const isStatus = (value: string | null): value is Status =>
  value !== null && Object.hasOwn(WORDS, value)
