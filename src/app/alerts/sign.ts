import { createHmac, randomBytes } from "node:crypto"

/** Secrets and signatures follow the Standard Webhooks specification, for which receivers find libraries. */
const PREFIX = "whsec_"
const SECRET_BYTES = 32

export const newSecret = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString("base64")}`

/** The key within a secret: base64 after the prefix; any other text is a key as it stands. */
const keyOf = (secret: string): Buffer =>
  secret.startsWith(PREFIX) ? Buffer.from(secret.slice(PREFIX.length), "base64") : Buffer.from(secret, "utf8")

export interface SignedPart {
  readonly id: string
  /** When it is sent, in seconds since 1970. */
  readonly timestamp: number
  readonly body: string
}

/** Headers by which a receiver knows the message, its time, and that it comes from who holds the secret. */
export function signatureHeaders(
  { id, timestamp, body }: SignedPart,
  secret: string,
): Record<string, string> {
  const signature = createHmac("sha256", keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest("base64")
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": `v1,${signature}`,
  }
}
