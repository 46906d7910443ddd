import { randomUUID } from "node:crypto"
import { resolve } from "node:path"
import { loadCountryNames } from "../../codebook/country-names.ts"
import {
  type AlertDelivery,
  type AlertEntry,
  type AlertQuery,
  openStore,
  type Store,
} from "../../store/index.ts"
import { checkAlerts, levelsOf, lookForChanges } from "../alerts/check-alerts.ts"
import type { DeliverOptions } from "../alerts/deliver-due.ts"
import { newSecret } from "../alerts/sign.ts"
import { bundledData } from "../bundled-data.ts"
import { checkUrl } from "../fetch/guarded-request.ts"
import { openRecord } from "../open-record.ts"
import type { AddAlertOptions } from "./alerts.ts"
import { alertsTable } from "./alerts-table.ts"
import { SOME_LOST } from "./exit-codes.ts"
import { MisuseError } from "./options.ts"
import { writeOut } from "./stdout.ts"

async function reading<T>(file: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openRecord(file)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/** A record that is there, opened for writing. */
async function writing<T>(file: string, use: (store: Store) => Promise<T>): Promise<T> {
  await (await openRecord(file)).close()
  const store = await openStore(file)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/** Keeps an alert; what others are still to be told of is written down first. */
export async function addAlert(name: string, options: AddAlertOptions): Promise<void> {
  const query = queryOf(options)
  const delivery = deliveryOf(options)
  const isSigned = delivery.to === "webhook" && delivery.secretName === undefined
  const secret = isSigned ? newSecret() : null
  await writing(options.store, async (store) => {
    const alerts = await store.alerts()
    if (alerts.some((alert) => alert.name === name))
      throw new MisuseError(`there is an alert “${name}” already: remove it first, or give another name`)
    await lookForChanges(store, Date.now())
    const made = new Date().toISOString()
    const levels = await levelsOf(store, query)
    await store.addAlert({ id: randomUUID(), name, made, query, delivery, secret }, levels)
  })
  if (secret !== null)
    await writeOut(
      `${secret}\nThe secret that “${name}” is signed with (Standard Webhooks). Give it to the receiver; it is not shown again.\n`,
    )
}

function queryOf({ on, pair, type, status, outlet, from }: AddAlertOptions): AlertQuery {
  const countryName = loadCountryNames(bundledData)
  const strange = (pair ?? []).flatMap((given) => given.split("-")).find((code) => countryName(code) === code)
  if (strange !== undefined)
    throw new MisuseError(`“${strange}” is no state that we know; give its alpha-3 code, such as BLR or CHN`)
  if (on.includes("level") && pair === undefined)
    throw new MisuseError("levels are those of pairs: name one with --pair, such as --pair BLR-CHN")
  return {
    kinds: on,
    pairs: pair ?? [],
    types: type ?? [],
    statuses: status ?? [],
    outlets: outlet ?? [],
    ...(from === undefined ? {} : { from }),
  }
}

function deliveryOf({ webhook, secretEnv, allowHost, file, desktop }: AddAlertOptions): AlertDelivery {
  if (webhook !== undefined) {
    const allowedHosts = allowHost ?? []
    checkWebhook(webhook, allowedHosts)
    const named = secretEnv === undefined ? {} : { secretName: secretEnv }
    return { to: "webhook", url: webhook, allowedHosts, ...named }
  }
  if (file !== undefined) return { to: "file", path: resolve(file) }
  if (desktop === true) return { to: "desktop" }
  throw new MisuseError("say where to send what changes: --webhook URL, --file PATH or --desktop")
}

function checkWebhook(webhook: string, allowedHosts: readonly string[]): void {
  if (!URL.canParse(webhook)) throw new MisuseError(`“${webhook}” is no address; it must begin with https://`)
  try {
    checkUrl(new URL(webhook), { allowedHosts: new Set(allowedHosts) })
  } catch (error) {
    throw new MisuseError((error as Error).message)
  }
}

/** Shows the alerts; secrets are never among it. */
export const listAlerts = (options: { readonly store: string; readonly json?: boolean }): Promise<void> =>
  reading(options.store, async (store) => {
    const alerts = await store.alerts()
    if (options.json === true)
      for (const { secret: _, ...alert } of alerts) await writeOut(`${JSON.stringify(alert)}\n`)
    else await writeOut(alerts.length === 0 ? "No alerts.\n" : `${alertsTable(alerts)}\n`)
  })

const named = (alerts: readonly AlertEntry[], name: string): AlertEntry => {
  const found = alerts.find((alert) => alert.name === name)
  if (found !== undefined) return found
  const names = alerts.map((alert) => alert.name).join(", ")
  throw new MisuseError(`there is no alert “${name}”${names === "" ? "" : `; there are: ${names}`}`)
}

export const removeAlert = (name: string, file: string): Promise<void> =>
  writing(file, async (store) => {
    await store.removeAlert(named(await store.alerts(), name).id)
  })

export const printFirings = (name: string | undefined, file: string): Promise<void> =>
  reading(file, async (store) => {
    const id = name === undefined ? undefined : named(await store.alerts(), name).id
    for await (const { message, ...firing } of store.firings(id))
      await writeOut(`${JSON.stringify({ ...firing, message: JSON.parse(message) as unknown })}\n`)
  })

const OPTIONS: DeliverOptions = {
  environment: process.env,
  now: Date.now,
  onProblem: ({ name }, problem) => process.stderr.write(`alert “${name}”: ${problem}\n`),
}

/** Looks and delivers, and tells on stderr what came of it; with `quiet` only where anything did. False where a delivery failed. */
export async function checkAndTell(store: Store, { quiet = false } = {}): Promise<boolean> {
  let failed = false
  const { alerts, found, delivered } = await checkAlerts(store, {
    ...OPTIONS,
    onProblem: (alert, problem) => {
      failed = true
      OPTIONS.onProblem(alert, problem)
    },
  })
  if (alerts > 0 && !(quiet && found + delivered === 0))
    process.stderr.write(`alerts: ${found} changes found, ${delivered} delivered\n`)
  return !failed
}

export async function checkStore(file: string): Promise<void> {
  const whole = await writing(file, (store) => checkAndTell(store))
  if (!whole) process.exitCode = SOME_LOST
}
