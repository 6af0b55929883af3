// Each is a round trip, which the embedded database takes two milliseconds for.
import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { expect, test, vi } from 'vitest'
import { listTeamsAndFlows } from '../../flows/queries'
import { db } from '../../db/client'
import { givenViewer } from '../../db/testing/fixtures'
import { asId, givenInterview, givenTalk } from '../../db/testing/interview'
import { EVERYTHING } from './filter'
import { findNeighbours, findNews, listInterviews } from './queries'
import { requireInterviewFilter } from './required-filter'
import { requireSince } from './since'

/** A statement that is kept has a name. */
type Asked = { text: string; name?: string }

async function askedBy(ask: () => Promise<unknown>): Promise<Asked[]> {
  const query = vi.spyOn(Client.prototype, 'query')
  await ask()
  const asked = query.mock.calls.map(([config]: unknown[]) =>
    typeof config === 'string' ? { text: config } : (config as Asked),
  )
  query.mockRestore()
  return asked
}

async function textsOf(ask: () => Promise<unknown>): Promise<string[]> {
  return (await askedBy(ask)).map(({ text }) => text)
}

async function twelveTimes(ask: () => Promise<unknown>) {
  for (let turn = 0; turn < 12; turn++) await ask()
}

async function statementsOf(ask: () => Promise<unknown>): Promise<number> {
  return (await textsOf(ask)).length
}

test('a list is one statement with its total, and one for whose attempts its rows are; neighbours are one, and teams and flows', async () => {
  const viewer = await givenViewer()
  const { id } = await givenInterview({ flowId: 'flow' })
  expect(await statementsOf(() => listInterviews(viewer, EVERYTHING))).toBe(2)
  expect(await statementsOf(() => listTeamsAndFlows(viewer))).toBe(1)
  expect(await statementsOf(() => findNeighbours(viewer, EVERYTHING, asId(id)))).toBe(1)
  const byName = requireInterviewFilter(new URLSearchParams('sort=candidate'))
  expect(await statementsOf(() => findNeighbours(viewer, byName, asId(id))), 'some lack a name').toBe(1)
})

test('a search is two statements in a transaction, and one each for rows, texts, moments and attempts', async () => {
  const viewer = await givenViewer()
  const { id } = await givenInterview({ flowId: 'flow', ...givenTalk([['candidate', 'A quokka on the night shift.']]) })
  const searched = { ...EVERYTHING, q: 'quokka' }
  expect(Object.keys((await listInterviews(viewer, searched)).moments)).toEqual([id])
  const asked = await textsOf(() => listInterviews(viewer, searched))
  expect(asked.map((text) => /^(?:BEGIN|COMMIT)/.exec(text)?.[0] ?? 'read').toSorted()).toEqual([
    ...['BEGIN', 'COMMIT'],
    ...Array.from({ length: 6 }, () => 'read'),
  ])
})

test('a list that is read again and again is planned no more, nor the news of it, nor the neighbours of a candidate', async () => {
  const viewer = await givenViewer()
  const { id } = await givenInterview({ flowId: 'flow' })
  const { asOf } = await listInterviews(viewer, EVERYTHING)
  const since = requireSince(new URLSearchParams({ since: asOf }))
  const asked = await textsOf(() =>
    twelveTimes(async () => {
      await listInterviews(viewer, EVERYTHING)
      await findNews(viewer, EVERYTHING, since)
      await findNeighbours(viewer, EVERYTHING, asId(id))
    }),
  )
  const { rows } = await db().execute(sql`SELECT statement FROM pg_prepared_statements WHERE generic_plans > 0`)
  const planned = new Set(rows.map(({ statement }) => statement))
  expect([...new Set(asked)].filter((text) => !planned.has(text))).toEqual([])
})

test('what searches is kept whatever its words, and its quiet news search for nothing', async () => {
  const viewer = await givenViewer()
  const { id } = await givenInterview({})
  await db().execute(sql`UPDATE interviews SET lexemes = '''s:quagga''' WHERE id = ${id}`)
  const searched = { ...EVERYTHING, q: 'quagga' }
  const { items, asOf } = await listInterviews(viewer, searched)
  expect(items.map((item) => item.id)).toEqual([id])
  const since = requireSince(new URLSearchParams({ since: asOf }))
  let words = 0
  const asked = await askedBy(() => twelveTimes(() => listInterviews(viewer, { ...searched, q: `w${words++}` })))
  asked.push(...(await askedBy(() => twelveTimes(() => listInterviews(viewer, searched)))))
  const quiet = await askedBy(() => twelveTimes(() => findNews(viewer, searched, since)))
  const kept = new Set([...asked, ...quiet].flatMap(({ text, name }) => (name ? [text] : [])))
  const apart = new Set([...asked, ...quiet].map(({ text }) => text).filter((text) => !kept.has(text)))
  expect([...apart]).toEqual([expect.stringMatching(/^BEGIN; .*enable_seqscan = off.*force_generic_plan$/), 'COMMIT'])
  expect(quiet.filter(({ text }) => text.includes('@@'))).toEqual([])
})
