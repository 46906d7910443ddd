import { useCallback, useState } from "react"

const KEY = "chancery-analyst"

/** Who corrects at this browser, kept between visits. A browser that keeps nothing asks each time. */
export function useAnalyst(): readonly [string, (name: string) => void] {
  const [name, setName] = useState(stored)
  const keep = useCallback((given: string) => {
    setName(given)
    try {
      localStorage.setItem(KEY, given)
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
    }
  }, [])
  return [name, keep]
}

function stored(): string {
  try {
    return localStorage.getItem(KEY) ?? ""
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return ""
  }
}
