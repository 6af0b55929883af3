import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { SWRConfig } from 'swr'
import { afterEach, beforeEach, vi } from 'vitest'
import { givenBrowser } from '../../transcript/testing/browser'
import { RatingsProvider } from '../ratings-context'
import { RatingsOutboxProvider } from '../ratings-outbox-context'

export const NAMES = { areHidden: true, areHiddenByFlow: true, revealedAt: null }

/** What a page of Compare asks the server. */
export const asked = vi.fn()

const kept = new Map()
const cache = { provider: () => kept }
let page: Root

/** A page for each test of a file, of a member who rates in one flow. */
export function withComparePage() {
  beforeEach(() => {
    givenBrowser()
    asked.mockClear()
    Object.assign(HTMLElement.prototype, { scrollIntoView: () => {} })
    vi.stubGlobal('IntersectionObserver', undefined)
    vi.stubGlobal('fetch', asked)
    page = createRoot(document.body.appendChild(document.createElement('main')))
  })
  afterEach(async () => {
    await act(async () => page.unmount())
    document.body.replaceChildren()
    vi.unstubAllGlobals()
  })
}

export const drawOnPage = (drawn: ReactNode) =>
  act(async () =>
    page.render(
      <SWRConfig value={cache}>
        <RatingsOutboxProvider memberId="ada">
          <RatingsProvider flowId="flow">{drawn}</RatingsProvider>
        </RatingsOutboxProvider>
      </SWRConfig>,
    ),
  )

export const press = (key: string) =>
  act(async () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))

/** Whatever plays on the page. */
export const sounding = () => [...document.querySelectorAll('audio')].filter(({ paused }) => !paused)
