import 'server-only'
import { sql } from 'drizzle-orm'
import type { Reader } from '../../auth/viewer'
import { byIndexes } from '../../db/by-indexes'
import { saysByText } from '../../search/by-text'
import { meets } from '../../search/condition'
import { expectedShare } from '../../search/expected-share'
import { findTerms } from '../../search/found-terms'
import type { Query } from '../../search/query'
import { searching } from '../../search/searching'
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
  const { filter, position } = asked
  const { sort, total, limit } = filter
  const isExpected = isIndexed(sort) && total === 'bounded' && (await expectedShare(query)) > MOST
  const next = isExpected ? await lookThroughNext(reader, query, asked) : []
  const isAll = position === null && next.length === next[0]?.total
  if (next.length > limit || isAll) return next
  return searching(reader, query, (on, condition) =>
    selectFoundPage(reader, on, { ...asked, condition: condition ?? sql`true` }),
  )
}

async function lookThroughNext(reader: Reader, query: Query, asked: Asked) {
  const terms = await byIndexes((on) => findTerms(on, reader, query))
  const [next, total] = await Promise.all([
    selectNextThatSay(reader, asked, saysByText(reader, terms)),
    byIndexes((on) => countListed(on, listed(reader, meets(reader, terms)), asked.matching, asked.filter.total)),
  ])
  return next.map((place) => ({ ...place, total }))
}
