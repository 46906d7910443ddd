import type {
  ClassReasons,
  Contribution,
  ExplainedParticipant,
  Explanation,
  PathStep,
  Weighed,
} from "../../record/index.ts"

const percent = (share: number): string => `${Math.round(share * 100)} %`
const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`
const INDENT = "  "

/** The explanation of one event as lines of text; contributions are in log-odds. */
export function explanationText(explanation: Explanation, codedBy?: string): string {
  const { event, trigger, evidence, type, mode, status, record, definitions } = explanation
  const head = [type.decided, mode, status.decided].filter((part) => part !== null).join(" ")
  return [
    `${event?.id ?? "not on record"}  ${head}`,
    `${INDENT}“${evidence.text.replaceAll(/\s+/g, " ")}”`,
    ...(codedBy === undefined
      ? []
      : [`${INDENT}coded by ${codedBy}, explained by another version: they may differ`]),
    `trigger: ${trigger.text} (${trigger.lemma}), at ${trigger.start}`,
    ...(type.predicate === null
      ? []
      : [
          `${INDENT}row ${type.predicate.row} of the lexicon: ${[type.predicate.type, type.predicate.mode].filter(Boolean).join(" ")}`,
        ]),
    `type: ${type.decided}, ${percent(type.probability)}, decided by ${type.decidedBy}`,
    ...weighedLines(type.weighed),
    `status: ${status.decided}, decided by ${status.decidedBy}; the rules say ${status.rule.reason}`,
    ...weighedLines(status.weighed),
    ...explanation.participants.map(participantLine),
    recordLine(record),
    ...weighedLines({ chosen: record.weighed.chosen, runnerUp: null }),
    "codebook:",
    ...definitions.flatMap((text) => text.split("\n")).map((line) => INDENT + line),
  ].join("\n")
}

function recordLine({ probability, assurance, threshold, repeated }: Explanation["record"]): string {
  const grounds =
    assurance > probability ? `, ${percent(assurance)} by the lexicon or the model of pairs` : ""
  const outcome = repeated
    ? "; another word of the sentence tells the same more surely"
    : Math.max(probability, assurance) >= threshold
      ? ""
      : ": too little"
  return `on record: ${percent(probability)} by the filter${grounds}, of ${percent(threshold)} needed${outcome}`
}

const weighedLines = ({ chosen, runnerUp }: Weighed): string[] =>
  [chosen, ...(runnerUp === null ? [] : [runnerUp])].map(classLine)

const classLine = (reasons: ClassReasons): string =>
  `${INDENT}${reasons.name} ${percent(reasons.probability)}: ${[...reasons.for, ...reasons.against].map(reason).join("; ") || "nothing spoke for or against it"}`

const reason = ({ feature, contribution }: Contribution): string => `${signed(contribution)} ${feature}`

function participantLine({
  side,
  name,
  country,
  text,
  path,
  rule,
  probability,
}: ExplainedParticipant): string {
  const way =
    path === null ? "in another sentence" : path.length === 0 ? "the trigger itself" : pathText(path)
  const by = rule === null ? "by the model" : `by syntax (${rule})`
  return `${side}: ${name}${country === null ? "" : ` ${country}`}, “${text}”, ${by}, ${percent(probability[side])}; ${way}`
}

/** "↓nsubj Lukashenko ↓obl(in) Beijing" */
export const pathText = (path: readonly PathStep[]): string =>
  path
    .map(
      ({ direction, relation, marker, word }) =>
        `${direction === "down" ? "↓" : "↑"}${relation}${marker === null ? "" : `(${marker})`} ${word}`,
    )
    .join(" ")
