const WHOLE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 })
const ONE_DECIMAL = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const AMOUNT = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 })
const LARGE: readonly (readonly [number, string])[] = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
]

/** 12345 → "12,345". */
export const whole = (value: number): string => WHOLE.format(value)

/** 3.14 → "3.1". */
export const oneDecimal = (value: number): string => ONE_DECIMAL.format(value)

/** 1, "report" → "1 report"; 2 → "2 reports". A plural that is not regular is given. */
export const counted = (value: number, noun: string, plural = `${noun}s`): string =>
  `${whole(value)} ${value === 1 ? noun : plural}`

/** 3560000000 → "3.56 billion". */
export function amount(value: number): string {
  const [unit, name] = LARGE.find(([least]) => Math.abs(value) >= least) ?? [1, ""]
  return name === "" ? AMOUNT.format(value) : `${AMOUNT.format(value / unit)} ${name}`
}
