// @vitest-environment happy-dom
import { act, useLayoutEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AnswerHead } from '@/lib/compare/compared'
import { givenBrowser } from '../transcript/testing/browser'
import { RatingsProvider, useRatings } from './ratings-context'
import { RatingsOutboxProvider } from './ratings-outbox-context'

const KEY = 'a night'
const TODAY = { version: 2, one: 'Blames others.', three: null, five: 'Names their own mistake.' }

function ratedOn(anchors: number | null): AnswerHead {
  return {
    ...{ interview: 'one', alias: null, seconds: 44, askedAs: null, recording: null },
    candidate: { is: 'named', name: 'Ingrid', email: null },
    state: 'answered',
    colleagues: { is: 'shown', ratings: [] },
    rating: { rating: 4, anchors, ratedAt: '2026-01-01T00:00:00.000Z' },
  }
}

let page: Root
let ratings: ReturnType<typeof useRatings>
const sent: unknown[] = []
/** How the server answers whoever rates, where it does not take it. */
let refusal: object | null

function Probe() {
  const told = useRatings()
  useLayoutEffect(() => {
    ratings = told
  })
  return null
}

beforeEach(async () => {
  givenBrowser()
  sent.length = 0
  refusal = null
  vi.stubGlobal('fetch', async (_: string, init?: RequestInit) => {
    const body: { rating?: unknown; anchors?: unknown } = JSON.parse(typeof init?.body === 'string' ? init.body : '{}')
    if (init?.method === 'PUT') sent.push([body.rating, body.anchors])
    if (refusal) return Response.json(refusal, { status: 409 })
    return Response.json({ ...body, ratedAt: '2026-01-02T00:00:00.000Z' })
  })
  page = createRoot(document.body.appendChild(document.createElement('main')))
  await act(async () =>
    page.render(
      <SWRConfig value={{ provider: () => new Map() }}>
        <RatingsOutboxProvider memberId="ada">
          <RatingsProvider flowId="flow">
            <Probe />
          </RatingsProvider>
        </RatingsOutboxProvider>
      </SWRConfig>,
    ),
  )
})

afterEach(async () => {
  await act(async () => page.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const sends = (expected: unknown[]) =>
  vi.waitFor(async () => {
    await act(async () => {})
    expect(sent).toEqual(expected)
  })

test('what is undone stands again on the scale that it was given on, not on today’s', async () => {
  await act(async () => ratings.rate({ answer: ratedOn(1), key: KEY, anchors: TODAY, rating: 5 }))
  await sends([[5, 2]])
  await act(async () => ratings.undo())
  await sends([
    [5, 2],
    [4, 1],
  ])
})

test('Z undoes what was rated last, also where nothing says so yet', async () => {
  await act(async () => ratings.rate({ answer: ratedOn(1), key: KEY, anchors: TODAY, rating: 5 }))
  await act(async () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', bubbles: true })))
  await sends([
    [5, 2],
    [4, 1],
  ])
})

test('the same rating is given again on today’s scale, and once on one', async () => {
  await act(async () => expect(ratings.rate({ answer: ratedOn(1), key: KEY, anchors: TODAY, rating: 4 })).toBe(true))
  await sends([[4, 2]])
  await act(async () => expect(ratings.rate({ answer: ratedOn(2), key: KEY, anchors: TODAY, rating: 4 })).toBe(false))
  expect(sent).toHaveLength(1)
})

test('a scale that was taken away is none to rate on', async () => {
  const blank = { version: 3, one: null, three: null, five: null }
  await act(async () =>
    expect(ratings.rate({ answer: ratedOn(null), key: KEY, anchors: blank, rating: 4 })).toBe(false),
  )
  await act(async () => ratings.rate({ answer: ratedOn(2), key: KEY, anchors: blank, rating: 4 }))
  await sends([[4, null]])
})

test('what is refused is not said to be rated any more, and cannot be undone', async () => {
  await act(async () =>
    ratings.rate({ answer: { ...ratedOn(2), interview: 'other' }, key: KEY, anchors: TODAY, rating: 2 }),
  )
  refusal = { code: 'interview_invalid', title: 'This interview is marked as invalid.', id: 'one', status: 409 }
  await act(async () => ratings.rate({ answer: ratedOn(2), key: KEY, anchors: TODAY, rating: 5 }))
  await vi.waitFor(async () => {
    await act(async () => {})
    expect(ratings.latest).toBeNull()
  })
  refusal = null
  await act(async () => ratings.undo())
  await sends([
    [2, 2],
    [5, 2],
    [4, 2],
  ])
  expect(ratings.latest).toMatchObject({ rated: { interview: 'other' }, isUndone: true })
})
