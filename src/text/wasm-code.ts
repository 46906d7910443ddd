/** The few WebAssembly instructions that the matrix kernel is made of; each function gives their bytes. */
export const I32 = 0x7f
export const V128 = 0x7b
const EMPTY = 0x40
const SIMD = 0xfd
/** Alignment of vector memory accesses, as a power of two: four bytes. */
const ALIGN = 2

export const get = (local: number): number[] => [0x20, local]
export const set = (local: number): number[] => [0x21, local]
export const constant = (value: number): number[] => [0x41, ...signedLeb(value)]
export const floatConstant = (value: number): number[] => [
  0x43,
  ...new Uint8Array(Float32Array.of(value).buffer),
]
export const I32_ADD = [0x6a]
export const I32_MUL = [0x6c]
export const END = [0x0b]

const simd = (opcode: number): number[] => [SIMD, ...leb(opcode)]
export const I32X4_SPLAT = simd(0x11)
export const F32X4_SPLAT = simd(0x13)
export const F32X4_NEAREST = simd(0x6a)
export const I16X8_NARROW = simd(0x85)
export const I32X4_ADD = simd(0xae)
/** Products of eight 16-bit pairs, added two by two. */
export const I32X4_DOT = simd(0xba)
export const F32X4_ADD = simd(0xe4)
export const F32X4_SUB = simd(0xe5)
export const F32X4_MUL = simd(0xe6)
export const F32X4_DIV = simd(0xe7)
export const F32X4_MIN = simd(0xe8)
export const F32X4_MAX = simd(0xe9)
export const I32X4_TRUNCATE = simd(0xf8)
export const F32X4_CONVERT = simd(0xfa)

/** Loads 16 bytes from local `at` plus `offset`. */
export const loadVector = (at: number, offset: number): number[] => [
  ...get(at),
  ...simd(0x00),
  ALIGN,
  ...leb(offset),
]
/** Loads 4 bytes into each lane. */
export const loadSplat = (at: number, offset: number): number[] => [
  ...get(at),
  ...simd(0x09),
  ALIGN,
  ...leb(offset),
]
/** Stores the vector that `value` leaves on the stack at local `at` plus `offset`. */
export const storeVector = (at: number, value: readonly number[], offset: number): number[] => [
  ...get(at),
  ...value,
  ...simd(0x0b),
  ALIGN,
  ...leb(offset),
]
/** local += by */
export const advance = (local: number, by: number): number[] => [
  ...get(local),
  ...constant(by),
  ...I32_ADD,
  ...set(local),
]
/** Repeats `body` while local `again` is not zero after it. */
export const loop = (body: readonly number[], again: number): number[] => [
  0x03,
  EMPTY,
  ...body,
  ...get(again),
  0x0d,
  0,
  ...END,
]

function leb(value: number): number[] {
  const out: number[] = []
  let rest = value
  do {
    const low = rest & 0x7f
    rest >>>= 7
    out.push(rest === 0 ? low : low | 0x80)
  } while (rest !== 0)
  return out
}

function signedLeb(value: number): number[] {
  const out: number[] = []
  let rest = value
  for (;;) {
    const low = rest & 0x7f
    rest >>= 7
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...out, low]
    out.push(low | 0x80)
  }
}

/** One function of a module: `parameters` and then the locals are numbered from 0; it returns nothing. */
export interface WasmFunction {
  readonly name: string
  readonly parameters: number
  readonly integers: number
  readonly vectors: number
  readonly code: readonly number[]
}

const section = (id: number, body: readonly number[]): number[] => [id, ...leb(body.length), ...body]
const name = (text: string): number[] => [text.length, ...Array.from(text, (char) => char.charCodeAt(0))]

/** A module that exports the functions and takes its memory as "host" "memory". All parameters are i32. */
export function moduleBytes(functions: readonly WasmFunction[]): Uint8Array {
  const types = functions.flatMap(({ parameters }) => [
    0x60,
    parameters,
    ...new Array<number>(parameters).fill(I32),
    0,
  ])
  const bodies = functions.flatMap(({ integers, vectors, code }) => {
    const body = [2, integers, I32, vectors, V128, ...code, ...END]
    return [...leb(body.length), ...body]
  })
  const count = functions.length
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [count, ...types]),
    ...section(2, [1, ...name("host"), ...name("memory"), 0x02, 0x00, 1]),
    ...section(3, [count, ...functions.map((_, index) => index)]),
    ...section(7, [count, ...functions.flatMap((one, index) => [...name(one.name), 0x00, index])]),
    ...section(10, [count, ...bodies]),
  ])
}
