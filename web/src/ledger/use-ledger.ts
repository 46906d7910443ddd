import { useQuery } from "@tanstack/react-query"
import type { LedgerPage } from "../../../src/view/api.ts"
import { fetchRecord } from "../data/client.ts"

/** What holds between two states. */
export const useLedger = (pair: string) =>
  useQuery({
    queryKey: ["ledger", pair],
    queryFn: ({ signal }) => fetchRecord<LedgerPage>(`pairs/${encodeURIComponent(pair)}/ledger`, signal),
  })
