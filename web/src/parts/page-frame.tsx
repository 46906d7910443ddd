import type { ReactNode } from "react"
import { Link } from "wouter"
import type { Address } from "../addresses.ts"
import { ThemeToggle } from "./theme-toggle.tsx"
import { TipLayer } from "./tip-layer.tsx"

const ROOMS: readonly {
  readonly href: string
  readonly name: string
  readonly views: readonly Address["view"][]
}[] = [
  { href: "/", name: "Pairs", views: ["overview", "pair"] },
  { href: "/documents", name: "Articles", views: ["documents", "document"] },
  { href: "/about", name: "About", views: ["about"] },
]

/** Header with the rooms, the view in <main>, and the layer of explanations above both. */
export function PageFrame({
  view,
  children,
}: {
  readonly view: Address["view"]
  readonly children: ReactNode
}) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="masthead">
        <Link className="wordmark" href="/">
          Chancery
        </Link>
        <nav aria-label="Main">
          <ul>
            {ROOMS.map(({ href, name, views }) => (
              <li key={href}>
                <Link href={href} aria-current={views.includes(view) ? "page" : undefined}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeToggle />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <TipLayer />
    </>
  )
}
