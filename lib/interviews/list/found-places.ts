import 'server-only'
import type { Reader } from '../../auth/viewer'
import { saysByText } from '../../search/by-text'
import { expectedShare } from '../../search/expected-share'
import { findTerms } from '../../search/found-terms'
import type { Query } from '../../search/query'
import { searchingFor } from '../../search/searching'
import { countListed, listed } from './listed'
import { isIndexed } from './order'
import { selectFoundPage, selectNextThatSay, type Asked } from './page'

/** Of so many that meet a query a page is mostly among the next two pages of the whole list. */
const MOST = 0.6

/**
 * Where a search finds the rows of a page. All that meet it are found and sorted; but where most of all interviews do, the next
 * ones of the list are looked through first, which takes no longer the more there are.
 */
export async function findPlaces(reader: Reader, query: Query, asked: Asked) {
  const { sort, total: counting, limit } = asked.filter
  const isWalked = isIndexed(sort) && counting === 'bounded'
  const [terms, share] = await Promise.all([findTerms(reader, query), isWalked ? expectedShare(query) : 0])
  if (share > MOST) {
    const [next, total] = await Promise.all([
      selectNextThatSay(reader, asked, saysByText(reader, terms)),
      searchingFor(reader, terms, (on, condition) =>
        countListed(on, listed(reader, condition), asked.matching, counting),
      ),
    ])
    if (next.length > limit) return next.map((place) => ({ ...place, total }))
  }
  return searchingFor(reader, terms, (on, condition) => selectFoundPage(reader, on, { ...asked, condition }))
}
