import type { Alert, AlertLog, Firing } from "../../store/index.ts"
import { outcomeOf } from "./back-off.ts"
import { deliverDesktop, type Run } from "./deliver-desktop.ts"
import { deliverFile } from "./deliver-file.ts"
import { type Attempt, deliverWebhook, type WebhookContext } from "./deliver-webhook.ts"

export interface DeliverOptions extends Omit<WebhookContext, "now"> {
  readonly now: () => number
  readonly run?: Run
  readonly platform?: string
  readonly signal?: AbortSignal
  /** Told of each attempt that failed. */
  readonly onProblem: (alert: Alert, problem: string) => void
}

/**
 * Delivers what is due, in order. Each attempt is noted before it begins and settled after it, so that a process that ends in
 * between repeats at most that one, under the same id. After a failure that may pass, the rest of that alert is left for the next time.
 */
export async function deliverDue(log: AlertLog, options: DeliverOptions): Promise<number> {
  const due = await log.dueFirings(new Date(options.now()).toISOString())
  let delivered = 0
  for (const alert of await log.alerts()) {
    const own = due.filter(({ alert: id }) => id === alert.id)
    for (const group of groupsOf(alert, own)) {
      if (options.signal?.aborted === true) return delivered
      const { problem, lasting } = await attempt(log, alert, group, options)
      if (problem === undefined) delivered += group.length
      else {
        options.onProblem(alert, problem)
        if (lasting !== true) break
      }
    }
  }
  return delivered
}

/** Notifications are shown together, everything else goes one by one. */
const groupsOf = ({ delivery }: Alert, firings: readonly Firing[]): (readonly Firing[])[] =>
  delivery.to !== "desktop" ? firings.map((firing) => [firing]) : firings.length === 0 ? [] : [firings]

async function attempt(
  log: AlertLog,
  alert: Alert,
  firings: readonly Firing[],
  options: DeliverOptions,
): Promise<Attempt> {
  const ids = firings.map(({ id }) => id)
  await log.beginFirings(ids)
  const result = await deliver(alert, firings, options)
  const now = options.now()
  const tries = Math.max(...firings.map((firing) => firing.tries)) + 1
  await log.settleFirings(ids, outcomeOf(result, tries, now), new Date(now).toISOString())
  return result
}

function deliver(alert: Alert, firings: readonly Firing[], options: DeliverOptions): Promise<Attempt> {
  const { delivery } = alert
  const [firing] = firings
  if (delivery.to === "desktop") return deliverDesktop(firings, options)
  if (delivery.to === "file") return deliverFile(delivery.path, firing!)
  return deliverWebhook(delivery, alert, firing!, { ...options, now: options.now() })
}
