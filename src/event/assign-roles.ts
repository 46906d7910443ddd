import type { EventType, Mention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { predict, type SoftmaxModel } from "../text/softmax.ts"
import type { Candidate } from "./candidates.ts"
import { type MentionIndex, sameEntity, unique } from "./mention-index.ts"
import type { RoleReading } from "./reader/event-reader.ts"
import { type Pointed, pointTo, withoutEntities } from "./reader/mix.ts"
import { roleFeatures, syntacticRole } from "./role-features.ts"
import { isPassive, lemmaOf } from "./syntax.ts"

/** Classes of the role model, in its order. */
export const ROLE_CLASSES = ["none", "actor", "recipient"] as const
const ACTOR = 1
const RECIPIENT = 2
/** A role is given from this probability on; below it, to the likeliest mention from the lower one on. */
const SURE = 0.5
const LIKELY = 0.25
/** Whom the syntax gives a role loses it below this. */
const RULED_OUT = 0.05

interface Judged {
  readonly mention: Mention
  readonly actor: number
  readonly recipient: number
}

/** Mentions that may take part in the event at a trigger: those of its sentence, and whoever speaks it. */
export function eligible(candidate: Candidate, index: MentionIndex): Mention[] {
  const inside = index
    .inSentence(candidate.sentence.index)
    .filter(
      (mention) =>
        !(mention.nested === true && isPart(mention, index)) &&
        !(mention.first <= candidate.trigger && candidate.trigger < mention.last),
    )
  const { speaker, roles } = candidate
  return unique([
    ...inside,
    ...roles.actors,
    ...roles.recipients,
    ...(speaker === undefined ? [] : [speaker]),
  ])
}

/** True where a larger mention with an actor holds this one. */
function isPart(mention: Mention, index: MentionIndex): boolean {
  const cover = index.covering(mention.head)
  return cover !== undefined && cover !== mention && cover.actor !== null
}

/** Who acts and who is acted upon, and how likely each side is right, by two models' judgement of every eligible mention. */
export function pointRoles(
  analysis: Analysis,
  candidate: Candidate,
  type: EventType,
  mentions: readonly Mention[],
  readings: readonly RoleReading[],
  model: SoftmaxModel,
): { readonly actors: Pointed; readonly recipients: Pointed } {
  const opinions = mentions.map((mention, at) => ({
    mention,
    features: predict(model, roleFeatures(analysis, candidate, type, mention, model.buckets)),
    read: readings[at]!,
    syntax: syntacticRole(candidate, mention),
  }))
  const actors = pointTo(opinions, ACTOR)
  const hosts = hostsOf(analysis, candidate)
  if (candidate.roles.actors.length === 0 && hosts.length > 0) {
    const guests = without(candidate.roles.recipients, hosts)
    const { probability } = actors
    return { actors: { mentions: hosts, probability }, recipients: { mentions: guests, probability } }
  }
  return { actors, recipients: pointTo(withoutEntities(opinions, actors.mentions), RECIPIENT) }
}

/** Who acts and who is acted upon, by the model's judgement of every eligible mention. */
export function assignRoles(
  analysis: Analysis,
  candidate: Candidate,
  type: EventType,
  index: MentionIndex,
  model: SoftmaxModel,
): { readonly actors: readonly Mention[]; readonly recipients: readonly Mention[] } {
  const judged = eligible(candidate, index).map((mention): Judged => {
    const features = roleFeatures(analysis, candidate, type, mention, model.buckets)
    const probabilities = predict(model, features)
    return { mention, actor: probabilities[ACTOR]!, recipient: probabilities[RECIPIENT]! }
  })
  const actors =
    keep(candidate.roles.actors, judged, ({ actor }) => actor) ??
    pick(
      judged.filter(({ actor, recipient }) => actor >= recipient),
      ({ actor }) => actor,
    )
  const hosts = hostsOf(analysis, candidate)
  if (actors.length === 0 && hosts.length > 0)
    return { actors: hosts, recipients: without(candidate.roles.recipients, hosts) }
  const free = judged.filter(({ mention }) => !actors.some((actor) => sameEntity(actor, mention)))
  const recipients =
    keep(
      candidate.roles.recipients.filter((mention) => free.some((one) => sameEntity(one.mention, mention))),
      free,
      ({ recipient }) => recipient,
    ) ?? pick(free, ({ recipient }) => recipient)
  return { actors, recipients }
}

/** Those whom the syntax gives the role and whom the model does not rule out; undefined for none. */
function keep(
  syntactic: readonly Mention[],
  judged: readonly Judged[],
  probability: (one: Judged) => number,
): Mention[] | undefined {
  const kept = syntactic.filter((mention) => {
    const one = judged.find((other) => sameEntity(other.mention, mention))
    return one !== undefined && probability(one) >= RULED_OUT
  })
  return kept.length > 0 ? kept : undefined
}

/** Verbs by which a host does honour to a guest. */
const HOSTING = new Set(["welcome", "greet", "receive", "host", "honour", "honor"])

/** "was welcomed in China with a salute": where nobody else does it, the place is the host. */
const hostsOf = (analysis: Analysis, { trigger, roles }: Candidate): readonly Mention[] =>
  HOSTING.has(lemmaOf(analysis, trigger)) && isPassive(analysis, trigger) ? roles.located : []

const without = (mentions: readonly Mention[], others: readonly Mention[]): Mention[] =>
  mentions.filter((mention) => !others.some((other) => sameEntity(mention, other)))

function pick(judged: readonly Judged[], probability: (one: Judged) => number): Mention[] {
  const sure = judged.filter((one) => probability(one) >= SURE)
  if (sure.length > 0) return sure.map(({ mention }) => mention)
  const [likeliest] = [...judged].sort((a, b) => probability(b) - probability(a))
  return likeliest !== undefined && probability(likeliest) >= LIKELY ? [likeliest.mention] : []
}
