/** Clients that are remembered at a time; more than these at once are a flood, and those seen first are forgotten. */
const MOST_CLIENTS = 10_000

/** How often a client may do a thing within a window of time, which begins with the first time. */
export class Allowance {
  readonly #most: number
  readonly #length: number
  readonly #now: () => number
  readonly #clients = new Map<string, { began: number; times: number }>()

  constructor(most: number, milliseconds: number, now: () => number = Date.now) {
    this.#most = most
    this.#length = milliseconds
    this.#now = now
  }

  /** Counts one time; gives the seconds to wait where it was one too many, else 0. */
  take(client: string): number {
    const now = this.#now()
    const known = this.#current(client, now)
    if (known === undefined) this.#begin(client, now)
    else if (known.times >= this.#most) return this.#secondsLeft(known.began, now)
    else known.times++
    return 0
  }

  /** Seconds until the client may do it again; 0 where it may now. */
  waitOf(client: string): number {
    const now = this.#now()
    const known = this.#current(client, now)
    return known === undefined || known.times < this.#most ? 0 : this.#secondsLeft(known.began, now)
  }

  #current(client: string, now: number) {
    const known = this.#clients.get(client)
    return known !== undefined && now - known.began < this.#length ? known : undefined
  }

  #begin(client: string, now: number): void {
    this.#clients.delete(client)
    this.#clients.set(client, { began: now, times: 1 })
    const [first] = this.#clients.keys()
    if (this.#clients.size > MOST_CLIENTS && first !== undefined) this.#clients.delete(first)
  }

  #secondsLeft(began: number, now: number): number {
    return Math.max(1, Math.ceil((began + this.#length - now) / 1000))
  }
}
