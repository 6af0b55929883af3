// Each is a round trip, and processor time of the server's and the database's: what a page needs at one moment is asked together.
import { Client } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { forgetWaiting } from '@/lib/audit/testing/waiting'
import { askPage } from '@/lib/auth/testing/ask-route'
import { db, pool } from '@/lib/db/client'
import { jobs } from '@/lib/db/schema/jobs'
import { givenViewer } from '@/lib/db/testing/fixtures'
import { givenInterview } from '@/lib/db/testing/interview'
import { PULL_KIND } from '@/lib/jobs/pulls'
import SignedInLayout from './(app)/layout'

/** What was asked for the page that is being drawn. */
const drawing = vi.hoisted(() => {
  const answers = new Map<string, unknown>()
  const cache = (ask: (...given: unknown[]) => unknown) => {
    const id = crypto.randomUUID()
    return (...given: unknown[]) => {
      const key = JSON.stringify([id, given])
      if (!answers.has(key)) answers.set(key, ask(...given))
      return answers.get(key)
    }
  }
  return { answers, cache }
})

vi.mock('next/headers', async () => (await import('@/lib/auth/testing/ask-route')).askedHeaders)
// As React does while it draws one page.
vi.mock('react', async (original) => ({ ...(await original<typeof import('react')>()), cache: drawing.cache }))

afterEach(forgetWaiting)

const INTERVIEW = '/candidates/[interviewId]'

/** What a page and the frame around it ask the database for. */
async function askedFor(pattern: string, parameters: Record<string, string>): Promise<string[]> {
  const viewer = await givenViewer()
  drawing.answers.clear()
  const query = vi.spyOn(Client.prototype, 'query')
  const page = askPage(
    { pattern, file: `app/(app)${pattern}/page.tsx` },
    { as: viewer, drawnFor: viewer.memberId, parameters, says: { accept: 'text/html' } },
  )
  await Promise.all([page, page.then(() => SignedInLayout({ children: null }))])
  await expect.poll(() => pool().idleCount).toBe(pool().totalCount)
  const texts = query.mock.calls.map(([config]: unknown[]) => (config as { text?: string }).text ?? String(config))
  query.mockRestore()
  return texts.filter((text) => !text.includes('statement_timeout'))
}

test('a list is who asks and how fresh all is, its teams and flows, its rows, and whose attempts these are', async () => {
  await db().insert(jobs).values({ kind: PULL_KIND, key: 'recurring', payload: {} })
  await givenInterview({})
  expect(await askedFor('/candidates', {})).toHaveLength(4)
})

test('a candidate’s page is who asks and how fresh all is, the interview with all beside it, and who stands around it', async () => {
  const { id } = await givenInterview({})
  expect(await askedFor(INTERVIEW, { interviewId: id })).toHaveLength(3)
})
