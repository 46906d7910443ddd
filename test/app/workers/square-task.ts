import { setTimeout } from "node:timers/promises"

/** Squares numbers, after a wait that makes later inputs finish first; refuses what the settings name. */
export function createTask({ refused, fatal }: { readonly refused?: number; readonly fatal?: number }) {
  return async (input: number): Promise<number> => {
    await setTimeout(input % 3 === 0 ? 8 : 0)
    if (input === refused) throw new RangeError(`${input} is refused`)
    if (input === fatal) process.exit(7)
    return input * input
  }
}
