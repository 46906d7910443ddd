import { useEffect, useState } from "react"

/** Colours of the page as values: a canvas knows no custom properties. */
export interface Theme {
  readonly page: string
  readonly veil: string
  readonly ink: string
  readonly faint: string
  readonly line: string
  readonly node: string
  readonly cooperation: string
  readonly conflict: string
  readonly font: string
}

/** The page's colours, read anew when its theme changes. */
export function useTheme(): Theme {
  const [theme, setTheme] = useState(readTheme)
  useEffect(() => {
    const update = () => setTheme(readTheme())
    const observer = new MutationObserver(update)
    observer.observe(document.documentElement, { attributeFilter: ["data-theme"] })
    const system = window.matchMedia("(prefers-color-scheme: dark)")
    system.addEventListener("change", update)
    return () => {
      observer.disconnect()
      system.removeEventListener("change", update)
    }
  }, [])
  return theme
}

function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string): string => style.getPropertyValue(name).trim()
  return {
    page: colour("--page"),
    veil: colour("--page"),
    ink: colour("--ink"),
    faint: colour("--ink-faint"),
    line: colour("--line"),
    node: colour("--none"),
    cooperation: colour("--mco"),
    conflict: colour("--mcf"),
    font: colour("--sans"),
  }
}

/** Whether the browser can draw with WebGL 2 at all. */
export const canDraw = (): boolean => document.createElement("canvas").getContext("webgl2") !== null
