import { type LookupAddress, lookup } from "node:dns"
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from "node:http"
import { request as requestHttps } from "node:https"
import { isIP, type LookupFunction, type Socket } from "node:net"
import { hostOf, isPublicAddress } from "./addresses.ts"

/** A request that is not made; the message says why, and what the user can do. */
export class RefusedError extends Error {
  override readonly name = "RefusedError"
}

/** Finds a host's addresses; the system's own unless another is given. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

export interface GuardOptions {
  /** Hosts that may be asked whatever their address. */
  readonly allowedHosts?: ReadonlySet<string>
  readonly resolve?: Resolve
}

const systemResolve: Resolve = (host) =>
  new Promise((done, fail) => {
    lookup(host, { all: true }, (error, addresses) => (error === null ? done(addresses) : fail(error)))
  })

const refusal = (host: string, address: string): RefusedError =>
  new RefusedError(
    `${host} has the address ${address}, which is not on the public internet; if you trust it: --allow-host ${host}`,
  )

/** A lookup that gives the connection only addresses that may be connected to, so that no later answer of DNS can change them. */
function guardedLookup(resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const open = addresses.filter(({ address }) => isPublicAddress(address))
        if (open.length === 0) callback(refusal(host, addresses[0]?.address ?? "none"), [])
        else if (options.all === true) callback(null, [...open])
        else callback(null, open[0]!.address, open[0]!.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    )
  }
}

/** What goes out with every request. */
export interface RequestOptions extends GuardOptions {
  readonly headers: Readonly<Record<string, string>>
  /** Sent with POST; without it the request is a GET. */
  readonly body?: string
  readonly signal: AbortSignal
}

/** Throws RefusedError for an address of another kind than the web's, or one that is written out and closed. */
export function checkUrl(url: URL, { allowedHosts = new Set() }: GuardOptions): void {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new RefusedError(`only http and https are fetched, not ${url.protocol.slice(0, -1)}`)
  if (url.username !== "" || url.password !== "")
    throw new RefusedError("an address with a password is not fetched")
  const host = hostOf(url)
  if (!allowedHosts.has(host) && isIP(host) !== 0 && !isPublicAddress(host)) throw refusal(host, host)
}

/**
 * Asks for one URL over a connection of its own, without following redirects. Refuses at connection time whatever is not on the
 * public internet, unless its host is allowed.
 */
export function guardedRequest(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  checkUrl(url, options)
  const host = hostOf(url)
  const allowed = options.allowedHosts?.has(host) === true
  const resolve = options.resolve ?? systemResolve
  return new Promise((done, fail) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp
    const request = send(url, {
      agent: false,
      method: options.body === undefined ? "GET" : "POST",
      headers: options.headers,
      signal: options.signal,
      maxHeaderSize: 65_536,
      ...(allowed && options.resolve === undefined
        ? {}
        : { lookup: allowed ? openLookup(resolve) : guardedLookup(resolve) }),
    })
    request.once("socket", (socket: Socket) => {
      // Whatever way the address came: what is connected to is looked at once more before a byte is sent.
      socket.once("connect", () => {
        const { remoteAddress = "" } = socket
        if (!allowed && !isPublicAddress(remoteAddress)) request.destroy(refusal(host, remoteAddress))
      })
    })
    request.once("error", fail)
    request.once("response", done)
    request.end(options.body)
  })
}

/** A lookup for a host that the user allows. */
function openLookup(resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (addresses) =>
        options.all === true
          ? callback(null, [...addresses])
          : callback(null, addresses[0]?.address ?? "", addresses[0]?.family ?? 4),
      (error: NodeJS.ErrnoException) => callback(error, []),
    )
  }
}

/** The first value of a header. */
export const headerOf = (headers: IncomingHttpHeaders, name: string): string | undefined => {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}
