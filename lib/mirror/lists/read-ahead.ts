import type { Window } from './fetch-around'

/** So many pages are fetched behind the one that is to be stored next: Ribbon and the database take turns to be slow. */
const AHEAD = 1

type List<Page> = { limit: number; from: number; end: number; fetchPage: (window: Window) => Promise<Page> }

/** The pages of a list from one offset to another, with their offsets; none behind a short one, and no more once nobody takes them. */
export async function* readAhead<Page extends { received: number }>({ limit, from, end, fetchPage }: List<Page>) {
  let isOver = false
  const coming: Promise<Page>[] = []
  const fetchNext = (offset: number) => {
    const before = coming.at(-1)
    const page = before
      ? before.then((last) => (isOver || last.received < limit ? last : fetchPage({ limit, offset })))
      : fetchPage({ limit, offset })
    // Should it fail where nobody waits for it any more.
    page.catch(() => {})
    coming.push(page)
  }
  try {
    for (let [offset, next] = [from, from]; offset < end; offset += limit) {
      for (; next < end && coming.length <= AHEAD; next += limit) fetchNext(next)
      const page = await coming[0]
      if (page) yield { offset, page }
      void coming.shift()
    }
  } finally {
    isOver = true
  }
}
