import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./app.tsx"
import { Failure } from "./data/client.ts"
import "./styles/tokens.css"
import "./styles/base.css"
import "./styles/frame.css"
import "./styles/parts.css"
import "./styles/export.css"
import "./styles/overview.css"
import "./styles/today.css"
import "./styles/search.css"
import "./styles/compare.css"
import "./styles/pair.css"
import "./styles/happening.css"
import "./styles/ledger.css"
import "./styles/article.css"
import "./styles/correction.css"

const FRESH_MS = 5 * 60_000
const RETRIES = 1

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      refetchOnWindowFocus: false,
      // What is not there will not be there a moment later; only a silent server is asked again.
      retry: (failures, error) => error instanceof Failure && error.status === 0 && failures < RETRIES,
    },
  },
})

const root = document.getElementById("root")
if (root === null) throw new Error("index.html has no element with the id root")
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
