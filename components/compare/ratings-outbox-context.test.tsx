// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { kept } from '../kept'
import { memberKey } from '../kept-keys'
import { givenBrowser } from '../transcript/testing/browser'
import { RatingsOutboxProvider } from './ratings-outbox-context'
import { RefusedRating } from './refused-rating'
import { UnsentRatingCount } from './unsent-rating-count'
import { unsentRatings, type UnsentRating } from './unsent-rating'

vi.mock('../ui/page-link', () => ({ PageLink: ({ children }: { children: string }) => children }))
afterEach(() => vi.unstubAllGlobals())

const UNSENT: UnsentRating = {
  ...{ interview: 'one', key: 'a night', rating: 4, anchors: null, writtenAt: '', version: 'v' },
  ...{ replaces: null, unanswered: [], isContested: false },
}
async function draw(memberId: string, part: ReactNode) {
  const page = createRoot(document.body.appendChild(document.createElement('main')))
  await act(async () => page.render(<RatingsOutboxProvider memberId={memberId}>{part}</RatingsOutboxProvider>))
  return page
}

const said = () => document.querySelector('[role=alert]')?.textContent

test('a rating that was not sent is sent from whatever page its author is on, which says until then that it waits', async () => {
  givenBrowser()
  const sent: string[] = []
  let isOnline = false
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (!isOnline) throw new TypeError('Failed to fetch')
    sent.push(`${init?.method} ${url}`)
    return Response.json({ rating: 4, anchors: null, ratedAt: '2026-01-01T00:00:00Z' })
  })
  unsentRatings(memberKey('rating', 'ada'), kept).keep(UNSENT)
  const page = await draw('ada', <UnsentRatingCount />)
  expect(document.body.textContent).toBe('1 rating is not sent yet')
  expect(sent).toEqual([])

  isOnline = true
  await act(async () => window.dispatchEvent(new Event('online')))
  await vi.waitFor(() => expect(sent).toEqual(['PUT /api/interviews/one/ratings/a night']))
  await act(async () => {})
  expect(document.body.textContent).toBe('')
  await act(async () => page.unmount())
})

test('a rating that is refused is said on whatever page its author is, until it is put away', async () => {
  givenBrowser()
  const problem = { code: 'interview_invalid', title: 'This interview is marked invalid.', id: 'one' }
  vi.stubGlobal('fetch', async () => Response.json(problem, { status: 409 }))
  unsentRatings(memberKey('rating', 'grace'), kept).keep(UNSENT)
  const page = await draw('grace', <RefusedRating />)
  await vi.waitFor(() => expect(said()).toContain('Not rated: This interview is marked invalid.'))
  await act(async () => document.querySelector('button')?.click())
  expect(said()).toBeUndefined()
  await act(async () => page.unmount())
})
