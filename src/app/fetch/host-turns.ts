import { setTimeout as sleep } from "node:timers/promises"

/** Lets one request a host go at a time, with a pause between two. */
export interface HostTurns {
  /** Waits for the host's turn, and gives the result of the work. */
  readonly take: <T>(host: string, work: () => Promise<T>) => Promise<T>
  /** The host wants at least so long between two requests, in milliseconds. */
  readonly slow: (host: string, milliseconds: number) => void
  /** Nothing more is asked of the host for so long, in milliseconds. */
  readonly rest: (host: string, milliseconds: number) => void
}

interface Turn {
  last: Promise<unknown>
  notBefore: number
  pause: number
}

/** Starts with a pause between two requests to one host, in milliseconds. The signal ends all waiting. */
export function createHostTurns(pause: number, signal: AbortSignal): HostTurns {
  const turns = new Map<string, Turn>()
  const turnOf = (host: string): Turn => {
    let turn = turns.get(host)
    if (turn === undefined) {
      turn = { last: Promise.resolve(), notBefore: 0, pause }
      turns.set(host, turn)
    }
    return turn
  }
  const take = <T>(host: string, work: () => Promise<T>): Promise<T> => {
    const turn = turnOf(host)
    const mine = turn.last.then(async () => {
      const wait = turn.notBefore - performance.now()
      if (wait > 0) await sleep(wait, undefined, { signal })
      signal.throwIfAborted()
      try {
        return await work()
      } finally {
        turn.notBefore = performance.now() + turn.pause
      }
    })
    // The next in line waits for the end of this one, however it ends.
    turn.last = mine.catch(() => undefined)
    return mine
  }
  return {
    take,
    slow: (host, milliseconds) => {
      const turn = turnOf(host)
      turn.pause = Math.max(turn.pause, milliseconds)
    },
    rest: (host, milliseconds) => {
      const turn = turnOf(host)
      turn.notBefore = Math.max(turn.notBefore, performance.now() + milliseconds)
    },
  }
}
