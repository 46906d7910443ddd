import type { Alert, AlertDelivery, Firing } from "../../store/index.ts"
import type { Resolve } from "../fetch/guarded-request.ts"
import { post } from "../fetch/post.ts"
import { signatureHeaders } from "./sign.ts"

/** What came of one attempt; without `problem` it was delivered. */
export interface Attempt {
  readonly problem?: string
  /** Trying again would not help. */
  readonly lasting?: boolean
  /** Milliseconds for which the receiver asks us to stay away. */
  readonly retryAfter?: number
}

export interface WebhookContext {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Milliseconds since 1970. */
  readonly now: number
  readonly resolve?: Resolve
}

const TIME_LIMIT_MS = 15_000
/** The receiver says that it will never take these again. */
const GONE = 410

/** Posts a firing, signed. A receiver that answers anything but 2xx is asked again later. */
export async function deliverWebhook(
  delivery: Extract<AlertDelivery, { to: "webhook" }>,
  alert: Alert,
  { id, message }: Firing,
  { environment, now, resolve }: WebhookContext,
): Promise<Attempt> {
  const secret = delivery.secretName === undefined ? alert.secret : environment[delivery.secretName]
  if (secret === undefined || secret === null || secret === "")
    return { problem: `the environment has no ${delivery.secretName ?? "secret"}; set it and check again` }
  const outcome = await post(delivery.url, {
    headers: signatureHeaders({ id, timestamp: Math.floor(now / 1000), body: message }, secret),
    body: message,
    timeLimit: TIME_LIMIT_MS,
    allowedHosts: new Set(delivery.allowedHosts),
    ...(resolve === undefined ? {} : { resolve }),
  })
  if (outcome.kind === "failed") return { problem: outcome.message, lasting: outcome.lasting }
  if (outcome.status >= 200 && outcome.status < 300) return {}
  return {
    problem: `the receiver answered ${outcome.status}`,
    lasting: outcome.status === GONE,
    ...(outcome.retryAfter === undefined ? {} : { retryAfter: outcome.retryAfter }),
  }
}
