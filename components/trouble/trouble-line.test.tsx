// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { troubleOf, type Trouble } from '@/lib/mirror/trouble'
import { swrKeys } from '../swr-keys'
import { TroubleLine } from './trouble-line'

const POLL_MS = 20_000
const STATE = { code: null, isOverdue: false, unreadable: 0, coverage: null, mayKnow: false }
const WRONG = troubleOf({ ...STATE, isOverdue: true })
const UNDER_WAY = troubleOf({ ...STATE, coverage: { searchable: 1200, of: 5000 } })
const LOUD = 'bg-warn-soft'

let trouble: Trouble | null
let root: Root
let place: HTMLElement
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('fetch', async () => Response.json({ trouble }))
  place = document.body.appendChild(document.createElement('main'))
  root = createRoot(place)
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function draw(first: Trouble | null) {
  trouble = first
  const value = { provider: () => new Map(), fallback: { [swrKeys.freshness]: { trouble } } }
  await act(async () =>
    root.render(
      <SWRConfig value={value}>
        <TroubleLine />
      </SWRConfig>,
    ),
  )
}

async function become(next: Trouble | null) {
  trouble = next
  await act(async () => vi.advanceTimersByTimeAsync(POLL_MS + 1_000))
}

const line = () => place.querySelector('[role="status"]')

test('what is wrong stands out, and no longer once it is over', async () => {
  await draw(WRONG)
  expect(line()?.textContent).toContain('New interviews are not arriving.')
  expect(line()?.className).toContain(LOUD)
  await become(null)
  expect(line()?.textContent).toContain('That is over.')
  expect(line()?.className).not.toContain(LOUD)
})

test('what is under way is said quietly', async () => {
  await draw(UNDER_WAY)
  expect(line()?.textContent).toContain('1,200 of 5,000 interviews can be searched so far.')
  expect(line()?.className).not.toContain(LOUD)
})
