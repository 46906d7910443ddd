/** A request that cannot be answered: HTTP status, what is wrong, and what to ask instead. */
export class RequestError extends Error {
  override readonly name = "RequestError"
  readonly status: number
  readonly remedy: string | undefined

  constructor(status: number, message: string, remedy?: string) {
    super(message)
    this.status = status
    this.remedy = remedy
  }
}
