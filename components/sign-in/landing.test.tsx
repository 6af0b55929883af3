// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { landing } from './landing'
import { WaysIn } from './ways-in'

vi.mock('./authenticator', () => ({
  knowsPasskeys: () => true,
  askForPasskey: async () => ({}),
  createPasskey: async () => ({}),
}))

const NEXT = '/candidates/one?t=10'
const NOTE = '#note-7'

let root: Root
/** Where the page went, and what the identity provider is to lead back to. */
const went = vi.fn<(to: string | URL) => void>()
let leadsBack: unknown

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  went.mockClear()
  leadsBack = undefined
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (url.endsWith('/signin/oidc')) leadsBack = JSON.parse(init?.body as string).callbackUrl
    return Response.json({ csrfToken: 'a token', url: 'https://provider.example' })
  })
  window.location.hash = NOTE
  for (const how of ['replace', 'assign'] as const) vi.spyOn(window.location, how).mockImplementation(went)
  root = createRoot(document.body.appendChild(document.createElement('main')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  window.location.hash = ''
})

const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click())

test.each([
  ['Sign in', false, () => went.mock.calls[0]?.[0]],
  ['Sign in with a passkey', false, () => went.mock.calls[0]?.[0]],
  ['Continue with single sign-on', true, () => leadsBack],
])('%s leads to the note that the link named', async (name, hasSingleSignOn, ledTo) => {
  await act(async () =>
    root.render(
      <WaysIn
        {...{ hasSingleSignOn, hasPasswords: true, hasPasskeys: true, failure: null }}
        next={NEXT}
        address="https://debrief.example"
      />,
    ),
  )
  for (const field of document.querySelectorAll('input')) field.value = 'ada@example.com'
  await press(name)
  await vi.waitFor(() => expect(went).toHaveBeenCalledOnce())
  expect(ledTo()).toBe(`${NEXT}${NOTE}`)
})

test('what a path names itself gives way to what the link named, and stays where that named nothing', () => {
  expect(landing('/candidates/one#note-1')).toBe(`/candidates/one${NOTE}`)
  window.location.hash = ''
  expect(landing('/candidates/one#note-1')).toBe('/candidates/one#note-1')
})
