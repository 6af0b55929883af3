import { afterEach, expect, test, vi } from 'vitest'
import { goSignedIn } from './requests'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Where whoever has just set a password is sent, by what the server says to their sign-in. */
async function sentTo(answered: Response): Promise<unknown> {
  const replace = vi.fn<(path: string) => void>()
  vi.stubGlobal('window', { location: { replace } })
  const csrf = Response.json({ csrfToken: 'a token' })
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(url.endsWith('/csrf') ? csrf : answered))
  await goSignedIn({ email: 'ada@example.com', password: 'vexed otter plays nine zithers' })
  expect(replace).toHaveBeenCalledOnce()
  return replace.mock.calls[0]?.[0]
}

const problem = { title: 'A password alone does not let you in here.', code: 'password_not_enough', id: 'a1' }

test('whoever has set a password goes on, or to where they are told why it does not let them in', async () => {
  expect(await sentTo(Response.json({ url: '/' }))).toBe('/review')
  expect(await sentTo(Response.json(problem, { status: 403 }))).toBe('/sign-in?error=password_not_enough')
  expect(await sentTo(new Response('<html>', { status: 502 }))).toBe('/sign-in?error=unexpected')
})
