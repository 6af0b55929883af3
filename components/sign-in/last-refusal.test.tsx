// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WaysIn } from './ways-in'

vi.mock('./authenticator', () => ({
  knowsPasskeys: () => true,
  askForPasskey: async () => ({}),
  createPasskey: async () => ({}),
}))

const SSO = 'Your identity provider refused.'
const PASSWORD = 'Email or password is wrong.'
const PASSKEY = 'No passkey of yours is known here.'

let root: Root
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('fetch', async (url: string) => {
    if (url.endsWith('/csrf')) return Response.json({ csrfToken: 'a token' })
    const title = url.includes('passkey') || url.includes('challenge') ? PASSKEY : PASSWORD
    return Response.json({ title, code: 'refused', id: 'one' }, { status: 401 })
  })
  root = createRoot(document.body.appendChild(document.createElement('main')))
  await act(async () =>
    root.render(
      <WaysIn
        {...{ hasSingleSignOn: true, hasPasswords: true, hasPasskeys: true, failure: SSO }}
        next="/review"
        address="https://debrief.example"
      />,
    ),
  )
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const said = () => [...document.querySelectorAll('[role=alert]')].map((alert) => alert.textContent).filter(Boolean)

async function press(name: string) {
  for (const field of document.querySelectorAll('input')) field.value = 'ada@example.com'
  await act(async () =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click(),
  )
}

test('of several ways in that let nobody in, the last one says why', async () => {
  expect(said()).toEqual([SSO])
  await press('Sign in')
  await vi.waitFor(() => expect(said()).toEqual([PASSWORD]))
  await press('Sign in with a passkey')
  await vi.waitFor(() => expect(said()).toEqual([PASSKEY]))
  await press('Sign in')
  await vi.waitFor(() => expect(said()).toEqual([PASSWORD]))
})
