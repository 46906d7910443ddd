import { useMemo } from "react"
import type { Size } from "../atlas/view.ts"

/** Height of a map by its width: wide screens see the earth as it is, narrow ones a map as high as wide. */
const HEIGHT_PART = 0.488
const LEAST_HEIGHT = 260
const LARGEST_HEIGHT = 900

export const useMapSize = (width: number, least = LEAST_HEIGHT): Size =>
  useMemo(
    () => ({
      width,
      height: Math.round(Math.min(LARGEST_HEIGHT, Math.max(least, width * HEIGHT_PART))),
    }),
    [width, least],
  )
