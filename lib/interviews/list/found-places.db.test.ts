// What most interviews say is found by looking through the next ones of the list; whichever way, a search finds the same.
import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Viewer } from '../../auth/viewer'
import { db } from '../../db/client'
import { flowSettings } from '../../db/schema/flow-settings'
import { givenViewer } from '../../db/testing/fixtures'
import { givenFlow, givenInterview, givenTalk } from '../../db/testing/interview'
import { parseInterviewFilter } from './filter'
import { listInterviews } from './queries'

const COUNT = 60
const LIMIT = 10
const SORTS = ['-seen', 'seen', 'candidate', '-candidate', 'talk', '-duration']

/** All say "night", but for every fifth, of which the summary does, and two of five "rain"; those of a hidden flow are of every second team. */
beforeAll(async () => {
  const hidden = await givenFlow({ title: 'Hidden' })
  await db().insert(flowSettings).values({ flowId: hidden.id, blindColleagues: false, blindAssessment: true })
  for (let place = 0; place < COUNT; place++)
    await givenInterview({
      ...{ id: `int-${place}`, teamId: place % 2 === 0 ? 'even' : 'odd', flowId: place % 3 === 0 ? hidden.id : null },
      ...{ candidate: { name: `Candidate ${(place * 7) % COUNT}`, email: null }, duration: place % 4, talk: place % 6 },
      summary: place % 5 === 0 ? 'Works at night.' : 'Works.',
      ...givenTalk([['candidate', place % 5 === 0 ? 'By day' : saidAt(place)]]),
    })
  await db().execute(sql`ANALYZE interviews`)
  // Of so many, what two of five say is sooner looked through.
  await db().execute(sql`UPDATE pg_class SET reltuples = 100000 WHERE relname = 'interviews'`)
})

const saidAt = (place: number) =>
  `The night shift${(place % 5) % 2 === 1 ? ' in rain' : ''}${place === 17 ? ', quagga' : ''}`

const filterOf = (search: string) => parseInterviewFilter(new URLSearchParams(`${search}&limit=${LIMIT}`))

type Walk = { ids: string[]; totals: number[] }

async function walk(viewer: Viewer, search: string): Promise<Walk> {
  const read: Walk = { ids: [], totals: [] }
  for (let cursor: string | null = null, pages = 0; pages < COUNT; pages++) {
    const page = await listInterviews(viewer, { ...filterOf(search), cursor })
    read.ids.push(...page.items.map(({ id }) => id))
    read.totals.push(page.total)
    cursor = page.nextCursor
    if (cursor === null) break
  }
  return read
}

const placeOf = (id: string) => Number(id.replace('int-', ''))
/** In its talk, or in a summary that is shown. */
const saysSo = (place: number) => place % 5 !== 0 || place % 3 !== 0

const query = vi.spyOn(Client.prototype, 'query')
beforeEach(() => void query.mockClear())

/** How often all that meet a search were found, to be sorted. */
const foundAll = () =>
  query.mock.calls.filter(([config]: unknown[]) => (config as { text?: string }).text?.includes('with "found"')).length

const SAID = ['q=night', 'q=nigh', 'q=said:night', 'q="the night"', 'q=night -quagga', 'q=night&team=odd', 'q=rai']

test.each(SAID)(
  'of %s the same is found in the same order, page by page, whether or not its list is counted to the last',
  async (search) => {
    const viewer = await givenViewer()
    for (const sort of SORTS) {
      const all = await walk(viewer, `${search}&sort=${sort}&total=exact`)
      expect(all.ids.length).toBeGreaterThan(2 * LIMIT)
      query.mockClear()
      expect(await walk(viewer, `${search}&sort=${sort}&total=bounded`)).toEqual(all)
      // The last page is not full, nor may the one before be.
      expect(foundAll()).toBeLessThan(all.totals.length)
    }
  },
)

test('what few say is found at once, and so is what is in no order of an index', async () => {
  const viewer = await givenViewer()
  expect((await listInterviews(viewer, filterOf('q=quagga&total=bounded'))).items.map(({ id }) => id)).toEqual([
    'int-17',
  ])
  await listInterviews(viewer, filterOf('q=night&sort=team&total=bounded'))
  expect(foundAll()).toBe(2)
})

test('where a list has few, those of them that say so are not looked for twice', async () => {
  const { ids } = await walk(await givenViewer(), 'q=night&id=int-0,int-1,int-5&total=bounded&sort=seen')
  expect(ids).toEqual(['int-1', 'int-5'])
  expect(foundAll()).toBe(0)
})

test('who may not see an interview, or not its summary, is not told that it says so', async () => {
  const search = 'q=night&total=bounded'
  const admin = await walk(await givenViewer(), search)
  const even = await walk(await givenViewer({ teams: ['even'] }), search)
  expect(admin.ids.map((id) => placeOf(id)).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: COUNT }, (_, place) => place).filter((place) => saysSo(place)),
  )
  expect(even.ids).toEqual(admin.ids.filter((id) => placeOf(id) % 2 === 0))
  expect((await walk(await givenViewer({ teams: [] }), search)).ids).toEqual([])
})
