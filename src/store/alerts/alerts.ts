import type { Database, Row, Transaction } from "../database.ts"
import type { Alert, AlertEntry, AlertLog, Firing, FiringOutcome, LevelPoint } from "./alert.ts"
import { changesFor, gatherMoves, hasMoves, markSeen, newLevels } from "./look.ts"
import { type Change, messageOf } from "./message.ts"

/** Alerts over one database. */
export const alertLog = (database: Database): AlertLog => ({
  alerts: () => listAlerts(database),
  addAlert: (alert, levels) => addAlert(database, alert, levels),
  removeAlert: (id) => removeAlert(database, id),
  lookForChanges: (levelsOf, time) => look(database, levelsOf, time),
  dueFirings: (time) => dueFirings(database, time),
  beginFirings: (ids) =>
    database.transaction((transaction) =>
      transaction.run("UPDATE alert_firings SET tries = tries + 1 WHERE id IN (SELECT unnest($ids))", {
        ids,
      }),
    ),
  settleFirings: (ids, outcome, time) => settle(database, ids, outcome, time),
  firings: (alert) => allFirings(database, alert),
})

const toAlert = (row: Row): Alert => ({
  id: String(row.id),
  name: String(row.name),
  made: String(row.made),
  query: JSON.parse(String(row.query)) as Alert["query"],
  delivery: JSON.parse(String(row.delivery)) as Alert["delivery"],
  secret: row.secret === null ? null : String(row.secret),
})

async function listAlerts(database: Database): Promise<AlertEntry[]> {
  const rows = await database.read(
    `SELECT a.*, count(f.id) FILTER (f.state = 'waiting')::INTEGER AS waiting,
            count(f.id) FILTER (f.state = 'delivered')::INTEGER AS delivered,
            count(f.id) FILTER (f.state = 'given up')::INTEGER AS given_up,
            arg_max(f.problem, f.position) AS problem
     FROM alerts a LEFT JOIN alert_firings f ON f.alert = a.id GROUP BY ALL ORDER BY a.name`,
  )
  return rows.map((row) => ({
    ...toAlert(row),
    waiting: Number(row.waiting),
    delivered: Number(row.delivered),
    givenUp: Number(row.given_up),
    problem: row.problem === null ? null : String(row.problem),
  }))
}

/** With the first alert everything that is there counts as seen; later ones find it so. */
function addAlert(database: Database, alert: Alert, levels: readonly LevelPoint[]): Promise<void> {
  const { id, name, made, query, delivery, secret } = alert
  return database.transaction(async (transaction) => {
    const [others] = await transaction.read("SELECT count(*)::INTEGER AS alerts FROM alerts")
    if (others?.alerts === 0) {
      await gatherMoves(transaction)
      await markSeen(transaction)
    }
    await transaction.run("INSERT INTO alerts VALUES ($id, $name, $made, $query, $delivery, $secret)", {
      ...{ id, name, made, secret },
      query: JSON.stringify(query),
      delivery: JSON.stringify(delivery),
    })
    await newLevels(transaction, alert, levels)
  })
}

function removeAlert(database: Database, id: string): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const [found] = await transaction.read("SELECT count(*)::INTEGER AS alerts FROM alerts WHERE id = $id", {
      id,
    })
    await transaction.run("DELETE FROM alerts WHERE id = $id", { id })
    for (const table of ["alert_firings", "alert_changes"])
      await transaction.run(`DELETE FROM ${table} WHERE alert = $id`, { id })
    return found?.alerts !== 0
  })
}

/** Where nothing moved nothing is written, so that what others keep of the record's answers stays good. */
async function look(
  database: Database,
  levelsOf: (alert: Alert) => Promise<readonly LevelPoint[]>,
  time: string,
): Promise<number> {
  const alerts = (await database.read("SELECT * FROM alerts ORDER BY made, id")).map(toAlert)
  if (alerts.length === 0 || !(await hasMoves(database))) return 0
  const levels = new Map<Alert, readonly LevelPoint[]>()
  for (const alert of alerts) levels.set(alert, await levelsOf(alert))
  return database.transaction(async (transaction) => {
    await gatherMoves(transaction)
    let made = 0
    for (const alert of alerts) {
      const changes = await changesFor(transaction, alert.query)
      const fresh = await newLevels(transaction, alert, levels.get(alert) ?? [])
      const all: Change[] = [...changes, ...fresh.map((point) => ({ kind: "level" as const, point }))]
      await writeFirings(transaction, alert, all, time)
      made += all.length
    }
    await markSeen(transaction)
    return made
  })
}

async function writeFirings(
  transaction: Transaction,
  alert: Alert,
  changes: readonly Change[],
  time: string,
): Promise<void> {
  const [last] = await transaction.read(
    "SELECT coalesce(max(position), 0)::INTEGER AS position FROM alert_firings",
  )
  let position = Number(last?.position)
  for (const change of changes) {
    position++
    const id = `${alert.id}.${position}`
    await transaction.run(
      "INSERT INTO alert_firings VALUES ($id, $alert, $position, $time, $message, 'waiting', 0, NULL, NULL, NULL)",
      { id, alert: alert.id, position, time, message: messageOf(change, { id, time, alert }) },
    )
  }
}

const toFiring = ({ id, alert, made, message, state, tries, problem }: Row): Firing => ({
  id: String(id),
  alert: String(alert),
  made: String(made),
  message: String(message),
  state: state as Firing["state"],
  tries: Number(tries),
  problem: problem === null ? null : String(problem),
})

async function dueFirings(database: Database, time: string): Promise<Firing[]> {
  const rows = await database.read(
    "SELECT * FROM alert_firings WHERE state = 'waiting' AND (next IS NULL OR next <= $time) ORDER BY position",
    { time },
  )
  return rows.map(toFiring)
}

async function* allFirings(database: Database, alert?: string): AsyncGenerator<Firing> {
  const where = alert === undefined ? "" : "WHERE alert = $alert"
  const rows = database.stream(
    `SELECT * FROM alert_firings ${where} ORDER BY position`,
    alert === undefined ? {} : { alert },
  )
  for await (const row of rows) yield toFiring(row)
}

function settle(
  database: Database,
  ids: readonly string[],
  outcome: FiringOutcome,
  time: string,
): Promise<void> {
  const { state } = outcome
  return database.transaction((transaction) =>
    transaction.run(
      `UPDATE alert_firings SET state = $state, problem = $problem, next = $next, settled = $settled
       WHERE id IN (SELECT unnest($ids))`,
      {
        ids,
        state,
        problem: state === "delivered" ? null : outcome.problem,
        next: state === "waiting" ? outcome.next : null,
        settled: state === "waiting" ? null : time,
      },
    ),
  )
}
