import { createHash, timingSafeEqual } from "node:crypto"

const BEARER = /^Bearer +(\S+)$/i
const BASIC = /^Basic +([A-Za-z0-9+/=]+)$/i

/** Tells whether an Authorization header holds the token; in the same time whatever it holds. */
export function tokenCheck(token: string): (authorization: string | undefined) => boolean {
  const expected = digest(token)
  return (authorization = "") => timingSafeEqual(digest(tokenOf(authorization)), expected)
}

/** The token of a Bearer header, or the password of a Basic one, by which browsers give it; empty where there is neither. */
function tokenOf(authorization: string): string {
  const [, bearer] = BEARER.exec(authorization) ?? []
  if (bearer !== undefined) return bearer
  const [, basic] = BASIC.exec(authorization) ?? []
  const pair = basic === undefined ? "" : Buffer.from(basic, "base64").toString("utf8")
  return pair.slice(pair.indexOf(":") + 1)
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest()
