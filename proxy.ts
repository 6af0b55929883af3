import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { requireOwnOrigin } from '@/lib/auth/origin'
import { pageHeaders } from '@/lib/auth/page-headers'
import { env, isProduction } from '@/lib/env'
import { failureResponse } from '@/lib/route'

/** Signed by the sender instead. */
const FROM_ELSEWHERE = /^\/api\/webhooks\//

/** Headers for every answer but static files'. A convenience, never a guard: pages and routes check for themselves. */
export function proxy(request: NextRequest) {
  const headers = pageHeaders({
    nonce: randomBytes(16).toString('base64'),
    https: env().NEXTAUTH_URL.startsWith('https:'),
    dev: !isProduction(),
  })
  const response = refusal(request) ?? passOn(request, headers['content-security-policy'])
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

function refusal(request: NextRequest): Response | null {
  if (FROM_ELSEWHERE.test(request.nextUrl.pathname)) return null
  try {
    requireOwnOrigin(request)
    return null
  } catch (error) {
    return failureResponse(error)
  }
}

/** Next reads the nonce for its own scripts from the policy on the request; `pageViewer` reads where to return to. */
function passOn(request: NextRequest, policy: string) {
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-debrief-path', pathOf(request.nextUrl))
  return NextResponse.next({ request: { headers } })
}

function pathOf({ pathname, searchParams }: URL) {
  const search = new URLSearchParams(searchParams)
  search.delete('_rsc')
  return search.size > 0 ? `${pathname}?${search}` : pathname
}

export const config = { matcher: '/((?!_next/static/).*)' }
