import type { ReactNode } from "react"
import { Link } from "wouter"
import type { Address } from "../addresses.ts"
import { type Room, RoomList } from "./room-list.tsx"
import { ThemeToggle } from "./theme-toggle.tsx"
import { TipLayer } from "./tip-layer.tsx"

const ROOMS: readonly Room[] = [
  { href: "/today", name: "Today", views: ["today"], first: true },
  { href: "/", name: "Pairs", views: ["overview", "pair", "compare"], first: true },
  { href: "/search", name: "Search", views: ["search"], first: true },
  { href: "/documents", name: "Articles", views: ["documents", "document"] },
  { href: "/leaders", name: "Leaders", views: ["leaders", "leader"] },
  { href: "/network", name: "Network", views: ["network"] },
  { href: "/map", name: "Map", views: ["map"] },
  { href: "/sources", name: "Sources", views: ["sources", "outlet"] },
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
          <RoomList rooms={ROOMS} view={view} />
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
