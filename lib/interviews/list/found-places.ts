import 'server-only'
import type { Reader } from '../../auth/viewer'
import { byIndexes } from '../../db/by-indexes'
import { saysByText } from '../../search/by-text'
import { meets } from '../../search/condition'
import { findExpected, type Expected } from '../../search/expected'
import { findTerms } from '../../search/found-terms'
import type { Query } from '../../search/query'
import { countListed, listed } from './listed'
import { isIndexed } from './order'
import { selectFoundPage, selectNextThatSay, type Asked } from './page'

/** Of so many that meet a query a page is mostly among the next pages of the whole list, however few there are. */
const MOST = 0.6
/** To look through the texts of one interview takes as long as to find and sort so many by the index. */
const FOUND_MEANWHILE = 50
/** So many more are looked through than a page should take. */
const SPARE = 1.5

/**
 * Where a search finds the rows of a page, and by what. All that meet it are found and sorted; but where most of all interviews do, the
 * next ones of the list are looked through first, which takes no longer the more there are.
 */
export async function findPlaces(reader: Reader, query: Query, asked: Asked) {
  const { filter, position } = asked
  const { sort, total, limit } = filter
  const expected = isIndexed(sort) && total === 'bounded' ? await findExpected(query) : null
  const isNear = expected !== null && isNearby(expected, limit)
  const looked = isNear ? await lookThroughNext(reader, query, { ...asked, pagesAhead: pagesAhead(expected) }) : null
  if (looked) {
    const isAll = position === null && looked.places.length === looked.total
    if (looked.places.length > limit || (isAll && looked.total > 0)) return looked
  }
  return byIndexes(async (on) => {
    const terms = looked?.terms ?? (await findTerms(on, reader, query))
    return { terms, places: await selectFoundPage(reader, on, { ...asked, condition: meets(reader, terms) }) }
  })
}

/** Whether a page is sooner looked for in the list than in what the index finds. */
function isNearby({ share, interviews }: Expected, limit: number): boolean {
  return share > MOST || (limit / share) * FOUND_MEANWHILE < share * interviews
}

/** One of few numbers, since each is a statement whose plan is kept. */
function pagesAhead({ share }: Expected): number {
  return 2 ** Math.ceil(Math.log2(SPARE / share))
}

async function lookThroughNext(reader: Reader, query: Query, asked: Asked & { pagesAhead: number }) {
  const { terms, total, reading } = await byIndexes(async (on) => {
    const found = await findTerms(on, reader, query)
    // On another connection meanwhile, and not waited for in here: where there is only one it is read afterwards.
    const { pagesAhead } = asked
    const next = selectNextThatSay(reader, asked, { says: saysByText(reader, found), pagesAhead }).then(
      (places) => places,
    )
    next.catch(() => {})
    const list = listed(reader, meets(reader, found))
    return { terms: found, total: await countListed(on, list, asked.matching, asked.filter.total), reading: { next } }
  })
  const next = await reading.next
  return { terms, total, places: next.map((place) => ({ ...place, total })) }
}
