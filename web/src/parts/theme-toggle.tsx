import { useState } from "react"

type Theme = "system" | "light" | "dark"
const THEMES: readonly Theme[] = ["system", "light", "dark"]
/** public/theme.js reads the same key before the first paint. */
const STORED_AS = "chancery-theme"

/** Light, dark, or as the system has it; remembered in this browser. */
export function ThemeToggle() {
  const [theme, setTheme] = useState<Theme>(readTheme)
  const choose = (chosen: Theme) => {
    applyTheme(chosen)
    setTheme(chosen)
  }
  return (
    <label className="theme">
      <span className="unseen">Theme</span>
      <select value={theme} onChange={(event) => choose(event.target.value as Theme)}>
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {name === "system" ? "Auto" : name === "light" ? "Light" : "Dark"}
          </option>
        ))}
      </select>
    </label>
  )
}

const readTheme = (): Theme => {
  const theme = document.documentElement.dataset.theme
  return theme === "light" || theme === "dark" ? theme : "system"
}

function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === "system") localStorage.removeItem(STORED_AS)
    else localStorage.setItem(STORED_AS, theme)
  } catch {
    // Storage is switched off: the choice holds until the page is left.
  }
}
