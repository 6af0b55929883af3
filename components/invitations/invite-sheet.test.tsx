// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { kept } from '../kept'
import { InviteSheet } from './invite-sheet'

const CHOICES = { roles: [], teams: [], flows: [], usualScope: 'all' as const, mayGiveEverything: true }
const EMAIL = 'ada@example.com'

let root: Root
let invited: unknown[]
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  invited = []
  vi.stubGlobal('fetch', async (_: string, init?: RequestInit) => {
    if (init?.method === 'POST') invited.push((JSON.parse(init.body as string) as { emails: unknown }).emails)
    return Response.json({ invitations: [], refused: [] })
  })
  root = createRoot(document.body.appendChild(document.createElement('main')))
  await act(async () => root.render(<InviteSheet {...CHOICES} sendsMail={false} onClose={() => {}} />))
})
afterEach(async () => {
  await act(async () => root.unmount())
  for (const key of kept.keys()) kept.drop(key)
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const field = () =>
  document.querySelector<HTMLInputElement>('input[inputmode=email]') ?? document.createElement('input')
const send = () =>
  [...document.querySelectorAll('button')].find(({ textContent }) => /Invite|Make|Send/.test(textContent)) ??
  document.createElement('button')

async function type(text: string) {
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  await act(async () => {
    field().focus()
    value?.set?.call(field(), text)
    field().dispatchEvent(new Event('input', { bubbles: true }))
  })
}

test('whoever was typed is invited by one press, whether the press takes the focus or not', async () => {
  expect(send().disabled).toBe(true)
  for (const takesFocus of [true, false]) {
    await type(EMAIL)
    expect(send().disabled).toBe(false)
    if (takesFocus) await act(async () => field().blur())
    await act(async () => send().click())
    await vi.waitFor(() => expect(invited.splice(0)).toEqual([[EMAIL]]))
    await vi.waitFor(() => expect(send().disabled).toBe(true))
  }
})

test('the button counts whom it may invite, and neither what is no address nor one that is half typed', async () => {
  await type('Ada <ada@example.com>, nobody@, nonsense, linus@example.com, ida@exa')
  expect(send().textContent).toBe('Make 2 links')
  await type('nonsense')
  expect(send().textContent).toBe('Make links')
})
