import { createRequire } from 'node:module'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'
import { NextRequest } from 'next/server'
import { vi } from 'vitest'
import { routeUrl } from '@/e2e/routes'
import { HEAD_HEADER } from '../../server/head-header'
import { MEMBER_HEADER } from '../member-header'
import { SESSION_COOKIE } from '../session-cookie'
import type { Viewer } from '../viewer'
import { env } from '../../env'

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>
type Page = (props: { params: Promise<unknown>; searchParams: Promise<unknown> }) => Promise<unknown>
type Asked = {
  as: Viewer
  drawnFor: string | null
  parameters: Record<string, string>
  body?: unknown
  /** The parameters of its address. */
  search?: Record<string, string>
  /** What else the browser keeps, as a Cookie header has it. */
  cookie?: string
  /** What else it says. */
  says?: Record<string, string>
}

// next-auth asks Next for the request's headers and cookies with its own require.
const nextHeaders = createRequire(import.meta.url)('next/headers') as typeof import('next/headers')
/** What a test has to put in the place of `next/headers`, since only inside a running server there is a request. */
export const askedHeaders = { headers: () => nextHeaders.headers(), cookies: () => nextHeaders.cookies() }

/** What the handler of `GET /api/…`, as it is on disk, answers to a member's browser; `drawnFor` is whose page asks. */
export async function askRoute(route: string, asked: Asked): Promise<Response> {
  const [method = '', pattern = ''] = route.split(' ')
  const { parameters } = asked
  const request = await givenRequest({ method, pattern }, asked)
  const file = join(process.cwd(), 'app', pattern, 'route.ts')
  const handlers = (await import(/* @vite-ignore */ file)) as Record<string, Handler>
  const { nextauth } = parameters
  // Next answers HEAD by the handler of GET where a route has none of its own.
  const handler = handlers[method] ?? (method === 'HEAD' ? handlers.GET : undefined)
  if (!handler) throw new Error(`${route} has no handler`)
  return handler(request, {
    params: Promise.resolve({ ...parameters, ...(nextauth !== undefined && { nextauth: nextauth.split('/') }) }),
  })
}

type PageOnDisk = { pattern: string; file: string }

/** What the page of this file, as it is on disk, makes for a member's browser, undrawn. */
export async function askPage({ pattern, file }: PageOnDisk, asked: Asked, method = 'GET'): Promise<unknown> {
  await givenRequest({ method, pattern }, asked)
  const { default: page } = (await import(/* @vite-ignore */ join(process.cwd(), file))) as { default: Page }
  return page({ params: Promise.resolve(asked.parameters), searchParams: Promise.resolve(asked.search ?? {}) })
}

/** From now on it is what Next has at hand. */
async function givenRequest(
  { method, pattern }: { method: string; pattern: string },
  { as, drawnFor, parameters, body, search = {}, cookie, says }: Asked,
): Promise<NextRequest> {
  const token = await encode({ token: { sid: as.sessionId }, secret: env().NEXTAUTH_SECRET })
  const kept = [`${SESSION_COOKIE}=${token}`, cookie].filter((pair) => pair !== undefined).join('; ')
  const headers = new Headers({ ...says, origin: new URL(env().NEXTAUTH_URL).origin, cookie: kept })
  if (drawnFor !== null) headers.set(MEMBER_HEADER, drawnFor)
  if (method === 'HEAD') headers.set(HEAD_HEADER, '1')
  const encoded = Object.entries(parameters).map(([name, value]) => [name, encodeURIComponent(value.toWellFormed())])
  const url = new URL(routeUrl(pattern, Object.fromEntries(encoded)), env().NEXTAUTH_URL)
  url.search = new URLSearchParams(search).toString()
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const request = new NextRequest(url, { method, headers, ...sent })
  vi.spyOn(nextHeaders, 'headers').mockResolvedValue(headers)
  vi.spyOn(nextHeaders, 'cookies').mockResolvedValue(request.cookies as never)
  return request
}
