// What is told as taken by its reader no page of another site has had their browser take.
import { expect, test, vi } from 'vitest'
import { toldBy } from '@/lib/audit/testing/told'
import { askedHeaders, askRoute } from '@/lib/auth/testing/ask-route'
import { givenViewer } from '@/lib/db/testing/fixtures'
import { givenInterview } from '@/lib/db/testing/interview'

vi.mock('next/headers', () => askedHeaders)

const DOWNLOADS = [
  ...['audit.csv', 'audit.json', 'interviews.csv', 'interviews.json'].map((name) => `/api/exports/${name}`),
  ...['record.json', 'transcript.srt', 'transcript.txt', 'transcript.vtt'].map(
    (name) => `/api/interviews/[interviewId]/${name}`,
  ),
]

test.each(DOWNLOADS)('a page of another site has no browser take %s', async (pattern) => {
  const as = await givenViewer({ role: 'admin' })
  const { id } = await givenInterview()
  let status = 0
  const told = await toldBy(async () => {
    const says = { 'sec-fetch-site': 'cross-site' }
    const answer = await askRoute(`GET ${pattern}`, { as, drawnFor: null, parameters: { interviewId: id }, says })
    status = answer.status
  })
  expect(status).toBe(403)
  expect(told).toEqual([])
})
