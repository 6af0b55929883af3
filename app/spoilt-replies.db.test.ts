// Must hold 4: whatever Ribbon replies about what somebody may not see, they are told what they are of what does not exist.
import { expect, test, vi } from 'vitest'
import { givenInterview } from '@/lib/db/testing/interview'
import { json, type Answer } from '@/lib/ribbon/testing/stub-server'
import { askAbout, asked, hidden, missing, none, spoil, withTargets } from './testing/targets'

vi.mock('next/headers', async () => (await import('@/lib/auth/testing/ask-route')).askedHeaders)
// When it is told that there is none is read-through's own test.
vi.mock('@/lib/mirror/fixed-time', () => ({ noneAtFixedTime: (lookUp: Promise<unknown>) => lookUp }))
// How long it is waited between two tries is the transport's own test.
vi.mock('@/lib/ribbon/clock', async () => {
  const { givenClock } = await import('@/lib/ribbon/testing/clock')
  return { systemClock: givenClock().clock }
})

withTargets()

const REPLIES: [string, Answer][] = [
  ['no interview', json({ interview_id: 7 })],
  ['no JSON', (_, response) => response.end('<h1>Sorry</h1>')],
  ['a 400', json({}, 400)],
  ['a 403', json({}, 403)],
  ['a 500', json({}, 500)],
  ['one that breaks off', (request) => request.socket.destroy()],
]

test.each(REPLIES)(
  'where Ribbon’s reply about what its reader may not see is %s, they are told what they are of none',
  async (_, answer) => {
    const reading = asked.filter(({ method, route }) => method === 'GET' && route.pattern.includes('[interviewId]'))
    expect(reading.length).toBeGreaterThan(10)
    for (const { route, method } of reading) {
      const { id: interviewId } = await givenInterview({ teamId: 'team_hidden' })
      spoil(interviewId, answer)
      const there = await askAbout({ route, method, nth: 0 }, { ...hidden, interviewId })
      const gone = await askAbout({ route, method, nth: 0 }, { ...missing, interviewId: none() })
      expect(there.answer, route.pattern).toBe(gone.answer)
    }
  },
)
