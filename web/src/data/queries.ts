import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query"
import type {
  CodebookPage,
  DocumentPage,
  DocumentRow,
  HappeningPage,
  PairPage,
  PairRow,
  Summary,
} from "../../../src/view/api.ts"
import { fetchRecord } from "./client.ts"

/** One hook an address of the API. The record changes only when documents are added, so answers are kept for a while. */
const DOCUMENTS_A_PAGE = 100

export const useSummary = () =>
  useQuery({ queryKey: ["summary"], queryFn: ({ signal }) => fetchRecord<Summary>("summary", signal) })

export const usePairs = () =>
  useQuery({ queryKey: ["pairs"], queryFn: ({ signal }) => fetchRecord<readonly PairRow[]>("pairs", signal) })

export const usePair = (pair: string) =>
  useQuery({
    queryKey: ["pair", pair],
    queryFn: ({ signal }) => fetchRecord<PairPage>(`pairs/${encodeURIComponent(pair)}`, signal),
  })

export const useHappening = (id: string) =>
  useQuery({
    queryKey: ["happening", id],
    queryFn: ({ signal }) => fetchRecord<HappeningPage>(`happenings/${encodeURIComponent(id)}`, signal),
  })

export const useDocument = (id: string) =>
  useQuery({
    queryKey: ["document", id],
    queryFn: ({ signal }) => fetchRecord<DocumentPage>(`documents/${encodeURIComponent(id)}`, signal),
  })

/** Documents page by page; there are no more once a page comes back short. */
export const useDocuments = () =>
  useInfiniteQuery({
    queryKey: ["documents"],
    queryFn: ({ signal, pageParam }) =>
      fetchRecord<readonly DocumentRow[]>(`documents?limit=${DOCUMENTS_A_PAGE}&offset=${pageParam}`, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.length < DOCUMENTS_A_PAGE ? undefined : pages.length * DOCUMENTS_A_PAGE,
    placeholderData: keepPreviousData,
  })

export const useCodebook = () =>
  useQuery({
    queryKey: ["codebook"],
    queryFn: ({ signal }) => fetchRecord<CodebookPage>("codebook", signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
