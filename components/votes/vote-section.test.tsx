// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { mutate } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CastVote, Votes } from '@/lib/votes/vote'
import { kept } from '../kept'
import { ReasonField } from './reason-field'
import { VoteChoice } from './vote-choice'
import { VoteOutboxProvider } from './vote-outbox-context'
import { VoteSection } from './vote-section'
import { VotesProvider } from './votes-context'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {} }) }))

const ME = { id: 'ada', email: 'ada@example.com', name: null }
const HIRE: CastVote = { member: ME, vote: 'hire', reason: null, cast: 'blind', castAt: '2026-11-26T12:00:00.000Z' }

let root: Root
let votes: Votes
/** What was sent, in its order. */
let sent: unknown[]

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  ;[votes, sent] = [{ mine: HIRE, all: [HIRE] }, []]
  vi.stubGlobal('fetch', async (_: string, init?: RequestInit) => {
    if (init?.method !== 'PUT') return Response.json(votes)
    const { vote, reason } = JSON.parse(init.body as string) as Pick<CastVote, 'vote' | 'reason'>
    sent.push([vote, reason])
    const mine = { ...HIRE, vote, reason, castAt: `2026-11-26T12:00:0${sent.length}.000Z` }
    votes = { mine, all: [mine] }
    return Response.json(votes)
  })
  root = createRoot(document.body.appendChild(document.createElement('main')))
  await act(async () =>
    root.render(
      <VoteOutboxProvider memberId="ada">
        <VotesProvider
          interviewId="i1"
          me={ME}
          mayReveal={false}
          isClosed={false}
          drawn={{ votes, hidesAssessment: false, at: 0 }}
        >
          <VoteSection className="">
            <VoteChoice />
            <ReasonField className="" />
          </VoteSection>
          <button type="button">Elsewhere</button>
        </VotesProvider>
      </VoteOutboxProvider>,
    ),
  )
  await type('No shift experience')
})
afterEach(async () => {
  await act(async () => root.unmount())
  await mutate(() => true, undefined, { revalidate: false })
  for (const key of kept.keys()) kept.drop(key)
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const field = () => document.querySelector('textarea') ?? document.createElement('textarea')
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent.endsWith(name)) ??
  document.createElement('button')

async function type(text: string) {
  const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')
  await act(async () => {
    field().focus()
    value?.set?.call(field(), text)
    field().dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** What a browser does with the focus, where nobody keeps it from that. */
const PRESSED = {
  'takes the focus': (pressed: HTMLElement) => pressed.focus(),
  'takes none, as in Safari': () => (document.activeElement as HTMLElement).blur(),
}

async function press(pressed: HTMLElement, focus: (pressed: HTMLElement) => void) {
  const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true })
  await act(async () => void pressed.dispatchEvent(down))
  if (!down.defaultPrevented) await act(async () => focus(pressed))
  await act(async () => pressed.click())
}

const isSent = (...votes: [string, string][]) => vi.waitFor(() => expect(sent).toEqual(votes))

test.each(Object.entries(PRESSED))(
  'a reason goes with the vote that is pressed after it, where a button %s, and with no other',
  async (_, focus) => {
    await press(button('No hire'), focus)
    await isSent(['no_hire', 'No shift experience'])
    expect(field().value).toBe('No shift experience')
    expect(document.activeElement).toBe(button('No hire'))
    await act(async () => button('Elsewhere').focus())
    expect(sent).toHaveLength(1)
  },
)

test('so it does where one goes to the vote by keyboard', async () => {
  await act(async () => button('No hire').focus())
  expect(sent).toEqual([])
  await act(async () => button('No hire').click())
  await isSent(['no_hire', 'No shift experience'])
})

test.each(Object.entries(PRESSED))(
  'who goes elsewhere has said it of the vote that stands, where a button %s',
  async (_, focus) => {
    await press(button('Elsewhere'), focus)
    await isSent(['hire', 'No shift experience'])
  },
)

test('so has who leaves by way of a vote that they do not press, and who ends it with Enter', async () => {
  await act(async () => button('No hire').focus())
  await act(async () => button('Elsewhere').focus())
  await isSent(['hire', 'No shift experience'])
  await type('No nights')
  const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
  await act(async () => void field().dispatchEvent(enter))
  await isSent(['hire', 'No shift experience'], ['hire', 'No nights'])
})
