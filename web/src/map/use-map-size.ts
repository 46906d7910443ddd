import { useMemo } from "react"
import type { Size } from "../atlas/view.ts"

/** Height of a map by its width: wide screens see the earth as it is, narrow ones a map as high as wide. */
const HEIGHT_PART = 0.52
const LEAST_HEIGHT = 320
const LARGEST_HEIGHT = 900

export const useMapSize = (width: number): Size =>
  useMemo(
    () => ({
      width,
      height: Math.round(Math.min(LARGEST_HEIGHT, Math.max(LEAST_HEIGHT, width * HEIGHT_PART))),
    }),
    [width],
  )
