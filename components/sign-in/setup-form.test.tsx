// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { SetupForm } from './setup-form'

afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('where signing in fails once the first admin is made, the sign-in page says why', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const went = vi.spyOn(window.location, 'replace').mockImplementation(() => {})
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    if (url === '/api/setup') return Response.json({})
    if (url.endsWith('/csrf')) return Response.json({ csrfToken: 'a token' })
    return Response.json({ title: 'Too many.', code: 'too_many_attempts', id: 'a1' }, { status: 429 })
  })
  const root = createRoot(document.body.appendChild(document.createElement('main')))
  await act(async () => root.render(<SetupForm />))
  for (const field of document.querySelectorAll('input')) field.value = 'ada@example.com'
  await act(async () => document.querySelector<HTMLButtonElement>('[type=submit]')?.click())
  await vi.waitFor(() => expect(went).toHaveBeenCalledWith('/sign-in?error=too_many_attempts'))
  expect(asked[0]).toBe('/api/setup')
  await act(async () => root.unmount())
})
