import { lazy, Suspense, useEffect, useRef } from "react"
import { usePathname } from "wouter/use-browser-location"
import { type Address, readAddress } from "./addresses.ts"
import { OverviewPage } from "./overview/overview-page.tsx"
import { Nowhere } from "./parts/nowhere.tsx"
import { PageFrame } from "./parts/page-frame.tsx"
import { PageSkeleton } from "./parts/skeleton.tsx"
import { ViewBoundary } from "./parts/view-boundary.tsx"

const TodayPage = lazy(() => import("./today/today-page.tsx"))
const SearchPage = lazy(() => import("./search/search-page.tsx"))
const ComparePage = lazy(() => import("./compare/compare-page.tsx"))
const PairPage = lazy(() => import("./pair/pair-page.tsx"))
const HappeningPage = lazy(() => import("./happening/happening-page.tsx"))
const DocumentsPage = lazy(() => import("./article/documents-page.tsx"))
const ArticlePage = lazy(() => import("./article/article-page.tsx"))
const LeadersPage = lazy(() => import("./leader/leaders-page.tsx"))
const LeaderPage = lazy(() => import("./leader/leader-page.tsx"))
const NetworkPage = lazy(() => import("./network/network-page.tsx"))
const MapPage = lazy(() => import("./map/map-page.tsx"))
const SourcesPage = lazy(() => import("./sources/sources-page.tsx"))
const OutletPage = lazy(() => import("./sources/outlet-page.tsx"))
const AboutPage = lazy(() => import("./about/about-page.tsx"))

/** The whole page: the frame around the view that the address names. */
export function App() {
  const pathname = usePathname()
  const address = readAddress(pathname)
  useStartOfView(pathname)
  return (
    <PageFrame view={address.view}>
      <ViewBoundary key={pathname}>
        <Suspense fallback={<PageSkeleton />}>
          <View address={address} />
        </Suspense>
      </ViewBoundary>
    </PageFrame>
  )
}

function View({ address }: { readonly address: Address }) {
  switch (address.view) {
    case "overview":
      return <OverviewPage />
    case "today":
      return <TodayPage />
    case "pair":
      return <PairPage key={address.pair} pair={address.pair} />
    case "compare":
      return <ComparePage key={address.pair} pair={address.pair} />
    case "search":
      return <SearchPage />
    case "happening":
      return <HappeningPage key={address.id} id={address.id} />
    case "documents":
      return <DocumentsPage />
    case "document":
      return <ArticlePage key={address.id} id={address.id} />
    case "leaders":
      return <LeadersPage />
    case "leader":
      return <LeaderPage key={address.id} id={address.id} />
    case "network":
      return <NetworkPage />
    case "map":
      return <MapPage />
    case "sources":
      return <SourcesPage />
    case "outlet":
      return <OutletPage key={address.id} id={address.id} />
    case "about":
      return <AboutPage />
    case "nowhere":
      return <Nowhere />
  }
}

/** A new view begins at its top; going back leaves the place to the browser. */
function useStartOfView(pathname: string): void {
  const wentBack = useRef(true)
  useEffect(() => {
    const note = () => {
      wentBack.current = true
    }
    window.addEventListener("popstate", note)
    return () => window.removeEventListener("popstate", note)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pathname is what begins a view
  useEffect(() => {
    if (!wentBack.current) window.scrollTo(0, 0)
    wentBack.current = false
  }, [pathname])
}
