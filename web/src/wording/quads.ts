import type { Quad } from "../../../src/record/index.ts"

/** Quad classes from the most cooperative deed to the most conflictual, as lanes and bars stack them. */
export const QUAD_ORDER: readonly Quad[] = [
  "material cooperation",
  "verbal cooperation",
  "verbal conflict",
  "material conflict",
]

/** The short name that class names and custom properties use: "material cooperation" → "mco". */
export function quadKey(quad: Quad | null): "mco" | "vco" | "vcf" | "mcf" | "none" {
  switch (quad) {
    case "material cooperation":
      return "mco"
    case "verbal cooperation":
      return "vco"
    case "verbal conflict":
      return "vcf"
    case "material conflict":
      return "mcf"
    default:
      return "none"
  }
}

export const quadColour = (quad: Quad | null): string => `var(--${quadKey(quad)})`
