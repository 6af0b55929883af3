// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { mutate } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Votes } from '@/lib/votes/vote'
import { kept } from '../kept'
import { LeftNotice } from '../queue/left-notice'
import { shortcutsOff } from '../shortcuts-setting'
import { GivenVotes } from './testing/given-votes'
import { VoteChoice } from './vote-choice'
import { useVoteOutbox, VoteOutboxProvider } from './vote-outbox-context'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {} }) }))

const NOTHING: Votes = { mine: null, all: [] }

let root: Root
/** The methods of what was sent, in their order. */
let sent: string[]
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  sent = []
  vi.stubGlobal('fetch', async (_: string, init?: RequestInit) => {
    if (init?.method) sent.push(init.method)
    const mine = { ...ME_HIRES, castAt: `2026-11-28T12:00:0${sent.length}.000Z` }
    return Response.json(init?.method === 'PUT' ? { mine, all: [mine] } : NOTHING)
  })
  root = createRoot(document.body.appendChild(document.createElement('main')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  await mutate(() => true, undefined, { revalidate: false })
  for (const key of kept.keys()) kept.drop(key)
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})
const ME_HIRES = {
  member: { id: 'ada', email: 'ada@example.com', name: null },
  vote: 'hire',
  reason: null,
  cast: 'open',
}

const draw = (page: ReactNode) =>
  act(async () => root.render(<VoteOutboxProvider memberId="ada">{page}</VoteOutboxProvider>))
const press = (name: string) =>
  act(async () =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent.endsWith(name))?.click(),
  )
/** What the titles of buttons say, which is their keys. */
const named = () => [...document.querySelectorAll('button[title]')].map((button) => button.getAttribute('title'))
const pressZ = () =>
  act(async () => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', cancelable: true })))

test('Z takes back the vote that was just cast on this page, once', async () => {
  await draw(
    <GivenVotes>
      <VoteChoice />
    </GivenVotes>,
  )
  await pressZ()
  expect(sent).toEqual([])
  await press('Hire')
  await vi.waitFor(() => expect(sent).toEqual(['PUT']))
  await pressZ()
  await vi.waitFor(() => expect(sent).toEqual(['PUT', 'DELETE']))
  await pressZ()
  expect(sent).toEqual(['PUT', 'DELETE'])
})

test('on the page that opened Z takes back the vote on whom was left, and goes back to them', async () => {
  const back = vi.fn()
  const left = { id: 'left', name: 'Grace', vote: 'hire' } as const
  await draw(
    <>
      <CastOn interviewId="left" />
      <LeftNotice left={left} failure={null} onBack={back} />
    </>,
  )
  await press('Cast')
  await vi.waitFor(() => expect(sent).toEqual(['PUT']))
  await act(async () => shortcutsOff.set(true))
  await pressZ()
  expect([sent, named()]).toEqual([['PUT'], []])
  await act(async () => shortcutsOff.set(false))
  expect(named()).toEqual(['Z', 'U'])
  await pressZ()
  await vi.waitFor(() => expect(sent).toEqual(['PUT', 'DELETE']))
  expect(back).toHaveBeenCalledOnce()
})

function CastOn({ interviewId }: { interviewId: string }) {
  const { outbox } = useVoteOutbox()
  return (
    <button type="button" onClick={() => outbox?.put(interviewId, { vote: 'hire', reason: null }, null)}>
      Cast
    </button>
  )
}
