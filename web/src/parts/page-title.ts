import { useEffect } from "react"

const NAME = "Chancery"

/** Names the tab after the view: "Belarus – China · Chancery". */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined ? NAME : `${title} · ${NAME}`
  }, [title])
}
