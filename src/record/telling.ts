/** Whose voice an outlet is: one key an owner, and one for all media of a state. */
export interface Owner {
  readonly key: string
  /** A state owns, funds or runs the outlet. */
  readonly state: boolean
}

/** Somebody whose word a report passes on. */
export interface Teller {
  readonly name: string
  /** Alpha-3; null where the teller belongs to no state. */
  readonly country: string | null
}
