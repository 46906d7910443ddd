/** Upper bounds of the distance classes between a token and its head; further is one class more. */
const DISTANCE_BOUNDS = [1, 2, 3, 4, 6, 10, 18]
const DISTANCE_CLASSES = DISTANCE_BOUNDS.length + 1
/** The class of the root's distance. */
export const ROOT_DISTANCE = 0

/** The distance class of a head `gap` tokens to the right (negative: to the left). */
function distanceClass(gap: number): number {
  const size = Math.abs(gap)
  let kind = 0
  while (kind < DISTANCE_BOUNDS.length && size > DISTANCE_BOUNDS[kind]!) kind += 1
  return gap > 0 ? kind + DISTANCE_CLASSES : kind
}

/** Near distances, from -32 to 31. */
const CLASSES = Uint8Array.from({ length: 64 }, (_, at) => distanceClass(at - 32))

/** The distance class of a gap, looked up where it is small. */
export const classOfGap = (gap: number): number =>
  gap >= -32 && gap < 32 ? CLASSES[gap + 32]! : distanceClass(gap)
