// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { mutate, SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Queue } from '@/lib/queue/queue'
import { PagerAlong } from '../review/walk-along'
import { VoteOutboxProvider } from '../votes/vote-outbox-context'
import { QueueRoom } from './queue-room'
import { queueOf } from './testing/queue'
import { trail } from './trail'

const push = vi.fn()
vi.mock('next/navigation', () => ({
  useRouter: () => ({ push, prefetch: () => {} }),
  useSearchParams: () => new URLSearchParams(),
  usePathname: () => '/candidates/a',
}))

let root: Root
let waits: Queue
/** Of whom the server was told that they are shown, and whether one goes on there. */
let shown: [string, boolean][]

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  push.mockClear()
  shown = []
  while (trail.goBack(null)) continue
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const { interviewId, isPlace } = JSON.parse((init?.body ?? '{}') as string)
    if (url.endsWith('/place')) shown.push([interviewId, isPlace])
    return Response.json(url === '/api/review/queue' ? waits : {})
  })
  root = createRoot(document.body.appendChild(document.createElement('main')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  await mutate(() => true, undefined, { revalidate: false })
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

/** The page of a candidate, who stood there as it was drawn. */
async function open(id: string, position = 0) {
  const drawn = { previous: null, next: 'b', position, total: 700 }
  await act(async () =>
    root.render(
      <SWRConfig value={{ dedupingInterval: 0 }}>
        <VoteOutboxProvider memberId="ada">
          <QueueRoom key={id} interviewId={id} name={id} drawnFollowing="b">
            <PagerAlong neighbours={drawn} search="queue=1" />
          </QueueRoom>
        </VoteOutboxProvider>
      </SWRConfig>,
    ),
  )
  await act(async () => {})
}

const pager = () => document.querySelector('nav')?.textContent ?? ''
const leadsTo = (name: string) =>
  document.querySelector(`[aria-label="${name} candidate"]`)?.getAttribute('href') ?? null

test('who waits is the place to go on at, and is told where they stand', async () => {
  waits = queueOf('a', 'b', 'c')
  await open('b')
  expect(pager()).toContain('2 of 3')
  expect(shown).toEqual([['b', true]])
})

test('who is come back to after a vote does not wait: the next one is who was left, and the place stays where it was', async () => {
  trail.leave({ id: 'k', name: 'k', vote: 'hire' }, 'm')
  waits = queueOf('a', 'b', 'm', 'n')
  await open('m')
  await act(async () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', cancelable: true })))
  expect(push).toHaveBeenLastCalledWith('/candidates/k?queue=1', { scroll: false })

  await open('k')
  expect(pager()).toContain('Not waiting')
  expect([leadsTo('Previous'), leadsTo('Next')]).toEqual(['/candidates/b?queue=1', '/candidates/m?queue=1'])
  expect(shown).toEqual([
    ['m', true],
    ['k', false],
  ])
})

test('of a queue that is not listed to its end it is said of nobody that they do not wait', async () => {
  waits = { ...queueOf('a', 'b'), total: 700 }
  await open('k', 600)
  expect(pager()).toContain('600 of 700')
})
