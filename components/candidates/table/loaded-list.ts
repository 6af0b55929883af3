import type { AttemptsByInterview } from '@/lib/attempts/attempt'
import type { InterviewPage, ListNews } from '@/lib/interviews/list/list'

export type ReadPage = Pick<InterviewPage, 'items' | 'moments' | 'reasons' | 'attempts'>

/** What has been read of a list. Its rows keep their place until it is read anew, whatever happens to them meanwhile, unless they may not be seen any more. */
export type LoadedList = {
  /** The query string it answers; null before the first answer. */
  search: string | null
  pages: ReadPage[]
  total: number
  nextCursor: string | null
  /** What the list has seen, as the server says it. */
  asOf: string
  /** Ids that the list holds by now and that are not among its rows. */
  arrived: string[]
  /** More has happened than was told. */
  missed: boolean
}

export const NOTHING_READ: LoadedList = {
  search: null,
  pages: [],
  total: 0,
  nextCursor: null,
  asOf: '',
  arrived: [],
  missed: false,
}

export function startList(
  search: string,
  { items, moments, reasons, attempts, total, nextCursor, asOf }: InterviewPage,
): LoadedList {
  return { search, pages: [{ items, moments, reasons, attempts }], total, nextCursor, asOf, arrived: [], missed: false }
}

/** A row that has moved down since is there already. */
export function appendPage(
  list: LoadedList,
  { items, moments, reasons, attempts, total, nextCursor }: InterviewPage,
): LoadedList {
  const known = idsOf(list)
  const added = items.filter((row) => !known.has(row.id))
  const arrived = list.arrived.filter((id) => !added.some((row) => row.id === id))
  return {
    ...list,
    pages: [...list.pages, { items: added, moments, reasons, attempts }],
    total,
    nextCursor,
    arrived,
  }
}

/** Where rows may be shown that may not be seen any more, and where there is none that could move. */
export function mustReadAnew(list: LoadedList, { arrived, isOutdated, total }: ListNews): boolean {
  return countRows(list) === 0 ? arrived.length > 0 || (isOutdated && total !== null && total > 0) : isOutdated
}

/** Pages without a changed row stay the same objects, and so need not be drawn again. */
export function applyNews(list: LoadedList, news: ListNews): LoadedList {
  const { arrived, changed, left, missed, total, asOf } = news
  if (total === null) return list
  const known = idsOf(list)
  const latest = new Map(changed.map((row) => [row.id, row]))
  const gone = new Set(left)
  const attempts = attemptsByEach(news)
  return {
    ...list,
    pages: list.pages.map((page) =>
      page.items.some((row) => latest.has(row.id) || gone.has(row.id) || Object.hasOwn(attempts, row.id))
        ? {
            items: page.items.flatMap((row) => (gone.has(row.id) ? [] : (latest.get(row.id) ?? row))),
            moments: { ...without(page.moments, latest), ...news.moments },
            reasons: { ...without(page.reasons, latest), ...news.reasons },
            attempts: { ...without(page.attempts, latest), ...attempts },
          }
        : page,
    ),
    arrived: [...new Set([...list.arrived, ...arrived])].filter((id) => !known.has(id) && !gone.has(id)),
    missed: list.missed || missed,
    total,
    asOf,
  }
}

export function countRows(list: Pick<LoadedList, 'pages'>): number {
  return list.pages.reduce((count, page) => count + page.items.length, 0)
}

/** Whoever is an attempt beside one of which there is news has another number of them too. */
function attemptsByEach({ attempts }: ListNews): AttemptsByInterview {
  const sets = Object.values(attempts)
  return Object.fromEntries(sets.flatMap((set) => set.map(({ id }) => [id, set])))
}

function without<Value>(found: Record<string, Value>, ids: Map<string, unknown>): Record<string, Value> {
  return Object.fromEntries(Object.entries(found).filter(([id]) => !ids.has(id)))
}

function idsOf(list: LoadedList): Set<string> {
  return new Set(list.pages.flatMap((page) => page.items.map((row) => row.id)))
}
