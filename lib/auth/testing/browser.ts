import { createRequire } from 'node:module'
import { vi } from 'vitest'
import { NextRequest } from 'next/server'
import { route } from '../route'
import { answerAuth } from '../next-auth/next-auth'

const OWN_ORIGIN = 'http://localhost:3000'
const answer = route(answerAuth)

// next-auth asks Next for the request's headers and cookies, which there are only inside a running server.
const nextHeaders = createRequire(import.meta.url)('next/headers') as typeof import('next/headers')

type Sent = { origin?: string | null; body?: BodyInit; headers?: Record<string, string> }

/** A browser as far as /api/auth goes: it keeps the cookies it is given, and its writes carry our own Origin unless told otherwise. */
export function openBrowser() {
  const cookies = new Map<string, string>()

  async function send(method: string, path: string, { origin = OWN_ORIGIN, body, headers }: Sent = {}) {
    const sent = new Headers({ cookie: [...cookies].map((pair) => pair.join('=')).join('; '), ...headers })
    if (origin !== null) sent.set('origin', origin)
    const request = new NextRequest(`${OWN_ORIGIN}/api/auth/${path}`, { method, headers: sent, body, duplex: 'half' })
    vi.spyOn(nextHeaders, 'headers').mockResolvedValue(sent)
    vi.spyOn(nextHeaders, 'cookies').mockResolvedValue(request.cookies as never)

    const response = await answer(request, path.replace(/\?.*/, '').split('/'))
    for (const cookie of response.headers.getSetCookie()) keep(cookie)
    return response
  }

  function keep(setCookie: string) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(setCookie) ?? []
    if (/max-age=0/i.test(setCookie)) cookies.delete(name)
    else cookies.set(name, value)
  }

  async function post(path: string, fields: Record<string, unknown>, sent: Sent = {}) {
    const { csrfToken } = (await (await send('GET', 'csrf')).json()) as { csrfToken: string }
    return send('POST', path, { body: JSON.stringify({ csrfToken, ...fields }), ...sent })
  }

  const signIn = (email: string, password: string) => post('callback/credentials', { email, password })
  const signOut = () => post('signout', {})
  return { cookies, send, post, signIn, signOut }
}
