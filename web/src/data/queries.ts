import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { useEffect, useMemo } from "react"
import type {
  CodebookPage,
  DocumentPage,
  DocumentRow,
  ExplanationPage,
  HappeningPage,
  PairPage,
  PairRow,
  RelationPage,
  Summary,
} from "../../../src/view/api.ts"
import type { RecordVersion } from "../../../src/view/record-version.ts"
import { fetchRecord } from "./client.ts"
import { nextOffset, pageQuery, wholePair } from "./pair-pages.ts"

/** One hook an address of the API. The record changes only when documents are added, so answers are kept for a while. */
const DOCUMENTS_A_PAGE = 100

export const useSummary = () =>
  useQuery({ queryKey: ["summary"], queryFn: ({ signal }) => fetchRecord<Summary>("summary", signal) })

/** Which data these are, for citations; worked out over the whole record, so only asked for where it is needed. */
export const useRecordVersion = () =>
  useQuery({
    queryKey: ["version"],
    queryFn: ({ signal }) => fetchRecord<RecordVersion>("version", signal),
  })

export const usePairs = () =>
  useQuery({ queryKey: ["pairs"], queryFn: ({ signal }) => fetchRecord<readonly PairRow[]>("pairs", signal) })

/** A pair, its newest happenings at once and the others as they come. */
export function usePair(pair: string) {
  const query = useInfiniteQuery({
    queryKey: ["pair", pair],
    queryFn: ({ signal, pageParam }) =>
      fetchRecord<PairPage>(`pairs/${encodeURIComponent(pair)}?${pageQuery(pageParam)}`, signal),
    initialPageParam: 0,
    getNextPageParam: (_last, pages) => nextOffset(pages),
  })
  const { data, error, refetch, hasNextPage, isFetching, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetching && error === null) void fetchNextPage()
  }, [hasNextPage, isFetching, error, fetchNextPage])
  return { data: useMemo(() => wholePair(data?.pages ?? []), [data]), error, refetch }
}

/** A pair's series; `query` says how it is computed. What was there stays while another is on its way. */
export const useRelation = (pair: string, query: string) =>
  useQuery({
    queryKey: ["relation", pair, query],
    queryFn: ({ signal }) =>
      fetchRecord<RelationPage>(`pairs/${encodeURIComponent(pair)}/relation${query}`, signal),
    placeholderData: keepPreviousData,
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

/** Why an event was coded so; read only once it is asked for. */
export const useExplanation = (event: string) =>
  useQuery({
    queryKey: ["explanation", event],
    queryFn: ({ signal }) =>
      fetchRecord<ExplanationPage>(`events/${encodeURIComponent(event)}/explanation`, signal),
    staleTime: Number.POSITIVE_INFINITY,
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
