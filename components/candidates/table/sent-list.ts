import type { InterviewPage } from '@/lib/interviews/list/list'
import { pack, unpack, type Packed } from '../../packed'

/** The first page of the list of this query string. */
export type FirstPage = { search: string; page: InterviewPage }

/** The same as it is sent with the page: its rows as one text. */
export type SentList = {
  search: string
  page: Omit<InterviewPage, 'items'>
  items: Packed<InterviewPage['items'][number]>
}

export function sentList({ search, page: { items, ...page } }: FirstPage): SentList {
  return { search, page, items: pack(items) }
}

const known = new WeakMap<SentList, FirstPage>()

/** The same object each time: whoever comes back to a page finds what they have seen. */
export function firstPageOf(sent: SentList): FirstPage {
  const { search, page, items } = sent
  const first = known.get(sent) ?? { search, page: { ...page, items: unpack(items) } }
  known.set(sent, first)
  return first
}
