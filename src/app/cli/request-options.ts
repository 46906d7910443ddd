import { InvalidArgumentError, Option } from "commander"

const addHost = (host: string, hosts: readonly string[] = []): string[] => {
  if (!/^[\p{L}\p{N}.:_-]+$/u.test(host))
    throw new InvalidArgumentError("It must be a host's name or address, such as localhost.")
  return [...hosts, host.toLowerCase()]
}

export const allowHostOption = (): Option =>
  new Option(
    "--allow-host <host>",
    "fetch from this host though its address is not on the public internet; may be given again",
  ).argParser(addHost)

/** Parses a number of something between two limits. */
const numberParser =
  (least: number, most: number) =>
  (given: string): number => {
    const number = Number(given)
    if (given.trim() === "" || Number.isNaN(number) || number < least || number > most)
      throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`)
    return number
  }

export const pauseOption = (): Option =>
  new Option("--pause <seconds>", "between two requests to one host")
    .argParser(numberParser(0, 3600))
    .default(1)

export const everyOption = (): Option =>
  new Option("--every <minutes>", "between two checks of a feed")
    .argParser(numberParser(0.01, 10_080))
    .default(15)
