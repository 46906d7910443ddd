import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query"
import type { LeaderPage, LeaderRow } from "../../../src/view/leaders-page.ts"
import type { MapHappenings, MapPage } from "../../../src/view/map-page.ts"
import type { NetworkPage } from "../../../src/view/network-page.ts"
import type { OutletPage, SourcesPage } from "../../../src/view/sources-page.ts"
import { fetchRecord } from "./client.ts"

/** Hooks of the screens of leaders, the network, the map and the sources. */

const ARTICLES_A_PAGE = 50
const MOST_LEADERS = 2000
const MOST_TIES = 2000

export const useLeaders = () =>
  useQuery({
    queryKey: ["leaders"],
    queryFn: ({ signal }) => fetchRecord<readonly LeaderRow[]>(`leaders?limit=${MOST_LEADERS}`, signal),
  })

export const useLeader = (id: string) =>
  useQuery({
    queryKey: ["leader", id],
    queryFn: ({ signal }) => fetchRecord<LeaderPage>(`leaders/${encodeURIComponent(id)}`, signal),
  })

/** `query` names the period; what was there stays while another is on its way. */
export const useNetwork = (query: URLSearchParams) =>
  useQuery({
    queryKey: ["network", query.toString()],
    queryFn: ({ signal }) => fetchRecord<NetworkPage>(`network?limit=${MOST_TIES}&${query}`, signal),
    placeholderData: keepPreviousData,
  })

/** `query` holds the filters of the map. */
export const useMap = (query: URLSearchParams) =>
  useQuery({
    queryKey: ["map", query.toString()],
    queryFn: ({ signal }) => fetchRecord<MapPage>(`map?${query}`, signal),
    placeholderData: keepPreviousData,
  })

/** `query` holds the filters and the box. */
export const useMapHappenings = (query: URLSearchParams) =>
  useQuery({
    queryKey: ["map happenings", query.toString()],
    queryFn: ({ signal }) => fetchRecord<MapHappenings>(`map/happenings?${query}`, signal),
    placeholderData: keepPreviousData,
  })

export const useSources = () =>
  useQuery({
    queryKey: ["sources"],
    queryFn: ({ signal }) => fetchRecord<SourcesPage>("sources", signal),
  })

/** An outlet with its articles page by page; there are no more once a page comes back short. */
export const useOutlet = (id: string) =>
  useInfiniteQuery({
    queryKey: ["outlet", id],
    queryFn: ({ signal, pageParam }) =>
      fetchRecord<OutletPage>(
        `sources/${encodeURIComponent(id)}?limit=${ARTICLES_A_PAGE}&offset=${pageParam}`,
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.articles.length < ARTICLES_A_PAGE ? undefined : pages.length * ARTICLES_A_PAGE,
  })
