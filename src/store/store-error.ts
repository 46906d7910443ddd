/** The record cannot be opened or written: the message names the file, the cause and what to do. */
export class StoreError extends Error {
  override readonly name = "StoreError"
}
