// @vitest-environment happy-dom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { SWRConfig, mutate } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deferred } from '@/lib/jobs/testing/deferred'
import type { Queue } from '@/lib/queue/queue'
import { useVoteOutbox, VoteOutboxProvider } from '../votes/vote-outbox-context'
import { idsOf, queueOf } from './testing/queue'
import { useQueue } from './use-queue'

const ME = { id: 'ada', email: 'ada@example.com', name: null }
const MINE = { member: ME, vote: 'hire', reason: null, cast: 'blind', castAt: '2026-11-26T12:00:00.000Z' }

let root: Root
let vote: () => void
/** What the server has; a request for the queue reads it at once and is answered once `answered` is. */
let waits: Queue
let asked: number
let answered: Promise<void>
let cast: Promise<void>

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  ;[waits, asked, answered, cast] = [queueOf('a'), 0, Promise.resolve(), Promise.resolve()]
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (init?.method === 'PUT') {
      await cast
      waits = queueOf()
      return Response.json({ mine: MINE, all: [MINE] })
    }
    if (url !== '/api/review/queue') return Response.json({})
    asked++
    const read = waits
    await answered
    return Response.json(read)
  })
  root = createRoot(document.body.appendChild(document.createElement('main')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  await mutate(() => true, undefined, { revalidate: false })
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

function Waiting({ drawn }: { drawn?: { queue: Queue; judged: string | null } }) {
  const { outbox } = useVoteOutbox()
  useEffect(() => {
    vote = () => outbox?.put('a', { vote: 'hire', reason: null }, null)
  }, [outbox])
  const { queue } = useQueue(drawn)
  return queue ? `${queue.total}: ${idsOf(queue).join()}` : 'unknown'
}

const open = (drawn?: { queue: Queue; judged: string | null }) =>
  act(async () =>
    root.render(
      <SWRConfig value={{ dedupingInterval: 0 }}>
        <VoteOutboxProvider memberId="ada">
          <Waiting {...(drawn && { drawn })} />
        </VoteOutboxProvider>
      </SWRConfig>,
    ),
  )
const shown = () => document.body.textContent

test('what is voted on waits no longer, from the vote on, whatever is read before the server has it', async () => {
  await open()
  expect(shown()).toBe('1: a')
  const [read, kept] = [deferred(), deferred()]
  ;[answered, cast] = [read.promise, kept.promise]
  await act(async () => vote())
  expect(shown()).toBe('0: ')

  await act(async () => void mutate('/api/review/queue'))
  expect(asked).toBe(2)
  await act(async () => kept.resolve())
  await act(async () => read.resolve())
  await vi.waitFor(() => expect(asked).toBeGreaterThan(2))
  await act(async () => {})
  expect(shown()).toBe('0: ')
})

test('a page that was drawn before the server had the vote does not bring it back', async () => {
  waits = queueOf()
  await open({ queue: queueOf('a'), judged: 'a' })
  expect(shown()).toBe('0: ')
  await vi.waitFor(() => expect(asked).toBe(1))

  await open({ queue: queueOf('a', 'b'), judged: null })
  expect(shown()).toBe('2: a,b')
  expect(asked).toBe(1)
})
