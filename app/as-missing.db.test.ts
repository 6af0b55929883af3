// Must hold 4: what somebody may not see is answered as what does not exist, by the same work, whatever it holds. Time is no
// measure on a machine that does other things too; what is asked of the database is.
import { expect, test, vi } from 'vitest'
import { givenViewer } from '@/lib/db/testing/fixtures'
import { workOf } from '@/lib/db/testing/work'
import { askAbout, asked, everyAsk, guarded, hidden, missing, NOTES, withTargets, type Asking } from './testing/targets'

vi.mock('next/headers', async () => (await import('@/lib/auth/testing/ask-route')).askedHeaders)
// When it is told that there is none is read-through's own test.
vi.mock('@/lib/mirror/fixed-time', () => ({ noneAtFixedTime: (lookUp: Promise<unknown>) => lookUp }))

withTargets()

/** Rows that a statement may read more for what is there: itself, and its reader's own scope, which it is held against. */
const MOST_MORE = 4
const OF_AN_OBJECT = /\[(?:interviewId|flowId|sessionId|passkeyId|invitationId)\]/

/** Those that name it in the address or in what is sent: a list that is narrowed by it is a list all the same. */
function asksOf({ route, method }: Pick<Asking, 'route' | 'method'>): Asking[] {
  const [there, gone] = [hidden, missing].map((about) => everyAsk({ route, method }, about))
  return (there ?? []).flatMap((ask, nth) => {
    const names = OF_AN_OBJECT.test(route.pattern) || JSON.stringify(ask.body) !== JSON.stringify(gone?.[nth]?.body)
    return names && ask.search === undefined ? [{ route, method, nth }] : []
  })
}

async function compare(asking: Asking) {
  // Of what is not found Ribbon is asked once a minute, of both.
  for (const scene of [hidden, missing]) await askAbout(asking, scene)
  const there = await askAbout(asking, hidden)
  const gone = await askAbout(asking, missing)
  expect(there.answer).toBe(gone.answer)
  expect(there.statements.map(({ text }) => text)).toEqual(gone.statements.map(({ text }) => text))
  for (const [at, statement] of there.statements.entries()) {
    const [work, none] = [await workOf(statement), await workOf(gone.statements[at] ?? statement)]
    expect(work.how, statement.text).toBe(none.how)
    expect(work.rows - none.rows, statement.text).toBeLessThanOrEqual(MOST_MORE)
  }
}

test.each(asked)('$name does no more for what its reader may not see than for what is not there', async (of) => {
  for (const asking of asksOf(of)) await compare(asking)
})

test('that is tried of most routes, and what is read of an object would show: whoever sees it reads it', async () => {
  expect(asked.filter((of) => asksOf(of).length > 0).length).toBeGreaterThan(60)
  const route = guarded.find(({ pattern }) => pattern === '/api/interviews/[interviewId]/notes')
  if (!route) throw new Error('there are no notes')
  const { statements } = await askAbout({ route, method: 'GET', nth: 0 }, hidden, await givenViewer())
  const works = await Promise.all(statements.map(workOf))
  expect(Math.max(...works.map(({ rows }) => rows))).toBeGreaterThan(NOTES)
})
