// @vitest-environment happy-dom
import { act, Profiler, type ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { ReviewRoom } from '../review/review-room'
import { INTERVIEW, ROOM } from '../review/testing/room'
import { givenBrowser } from '../transcript/testing/browser'
import { AppShell } from './app-shell'

vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }),
  useSearchParams: () => new URLSearchParams(),
  usePathname: () => '/candidates/i',
}))

// It asks for the router of a page that Next has drawn.
vi.mock('next/link', () => ({
  default: ({ href, children }: { href: string; children: ReactNode }) => <a href={href}>{children}</a>,
}))

const NOW = '2026-11-27T12:00:00.000Z'
const SHELL = {
  me: ROOM.me,
  role: ROOM.role,
  freshness: { now: NOW, asOf: NOW, seenSoFar: null, failure: null, stale: false, coverage: null, trouble: null },
  preferences: { appearance: 'system' as const, language: null, timeZone: null },
}
const NEIGHBOURS = { previous: 'h', next: 'j', position: 2, total: 3 }

const wrong = vi.spyOn(console, 'error')
beforeEach(() => {
  wrong.mockReset()
  givenBrowser()
  // What is asked is asked later, and never answered.
  vi.stubGlobal('fetch', () => new Promise(() => {}))
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }))
})

test('a candidate’s page is drawn once as it comes alive: nothing that only the browser knows has it drawn again', async () => {
  const interview = { ...INTERVIEW, id: 'i', duration: 3, hasVideo: true }
  const drawn: string[] = []
  const page = (
    <Profiler id="page" onRender={(_, phase) => drawn.push(phase)}>
      <AppShell {...SHELL}>
        <ReviewRoom {...ROOM} interview={interview} neighbours={NEIGHBOURS} panel="questions" />
      </AppShell>
    </Profiler>
  )
  const place = document.body.appendChild(document.createElement('div'))
  place.innerHTML = renderToString(page)
  drawn.length = 0
  const root = await act(async () => hydrateRoot(place, page))
  expect(drawn).toEqual(['mount'])
  expect(wrong).not.toHaveBeenCalled()
  await act(async () => root.unmount())
})
