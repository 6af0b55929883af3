import 'server-only'
import type { Reader } from '../../auth/viewer'
import { byIndexes } from '../../db/by-indexes'
import { saysByText } from '../../search/by-text'
import { meets } from '../../search/condition'
import { expectedShare } from '../../search/expected-share'
import { findTerms } from '../../search/found-terms'
import type { Query } from '../../search/query'
import { countListed, listed } from './listed'
import { isIndexed } from './order'
import { selectFoundPage, selectNextThatSay, type Asked } from './page'

/** Of so many that meet a query a page is mostly among the next two pages of the whole list. */
const MOST = 0.6

/**
 * Where a search finds the rows of a page, and by what. All that meet it are found and sorted; but where most of all interviews do, the
 * next ones of the list are looked through first, which takes no longer the more there are.
 */
export async function findPlaces(reader: Reader, query: Query, asked: Asked) {
  const { filter, position } = asked
  const { sort, total, limit } = filter
  const isExpected = isIndexed(sort) && total === 'bounded' && (await expectedShare(query)) > MOST
  const looked = isExpected ? await lookThroughNext(reader, query, asked) : null
  if (looked) {
    const isAll = position === null && looked.places.length === looked.total
    if (looked.places.length > limit || (isAll && looked.total > 0)) return looked
  }
  return byIndexes(async (on) => {
    const terms = looked?.terms ?? (await findTerms(on, reader, query))
    return { terms, places: await selectFoundPage(reader, on, { ...asked, condition: meets(reader, terms) }) }
  })
}

async function lookThroughNext(reader: Reader, query: Query, asked: Asked) {
  const { terms, total, reading } = await byIndexes(async (on) => {
    const found = await findTerms(on, reader, query)
    // On another connection meanwhile, and not waited for in here: where there is only one it is read afterwards.
    const next = selectNextThatSay(reader, asked, saysByText(reader, found)).then((places) => places)
    next.catch(() => {})
    const list = listed(reader, meets(reader, found))
    return { terms: found, total: await countListed(on, list, asked.matching, asked.filter.total), reading: { next } }
  })
  const next = await reading.next
  return { terms, total, places: next.map((place) => ({ ...place, total })) }
}
