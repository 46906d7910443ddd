/** What whoever opened the record can do something about: another process holds it, or it takes a writer. */
export type StoreProblem = "in use" | "older" | "read only"

/** The record cannot be opened or written: the message names the file, the cause and what to do. */
export class StoreError extends Error {
  override readonly name = "StoreError"
  readonly problem?: StoreProblem

  constructor(
    message: string,
    { problem, ...options }: ErrorOptions & { readonly problem?: StoreProblem } = {},
  ) {
    super(message, options)
    if (problem !== undefined) this.problem = problem
  }
}
