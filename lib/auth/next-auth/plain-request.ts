import 'server-only'
import { NextRequest } from 'next/server'
import { z } from 'zod'
import { DebriefError } from '../../errors'
import { readSmallForm } from '../../server/request-body'

const HERE = [
  'GET csrf',
  'GET session',
  'POST callback/credentials',
  'POST signout',
  'POST signin/oidc',
  'GET callback/oidc',
] as const
export type Action = (typeof HERE)[number]

/** What a provider sends back to a browser with; anything else may have been written by anybody. */
const ANSWER = ['code', 'state', 'iss', 'error']

const form = z.object({
  csrfToken: z.string(),
  email: z.string().optional(),
  password: z.string().optional(),
  /** Where to go afterwards. */
  callbackUrl: z.string().max(2_048).optional(),
})

export function isHere(action: string): action is Action {
  return HERE.some((known) => known === action)
}

/** As next-auth has to see it: with a provider's answer and nothing else in the query, and asking for JSON rather than a redirect. */
export async function plainRequest(request: Request, action: Action): Promise<NextRequest> {
  const url = new URL(request.url)
  url.search = action === 'GET callback/oidc' ? answerIn(url.searchParams) : ''
  const headers = new Headers(request.headers)
  if (request.method !== 'POST') return new NextRequest(url, { headers })

  const fields = form.safeParse(await readSmallForm(request))
  if (!fields.success) throw new DebriefError('invalid_input')
  headers.set('content-type', 'application/json')
  const body = JSON.stringify({ ...fields.data, json: 'true' })
  return new NextRequest(url, { method: 'POST', headers, body })
}

function answerIn(told: URLSearchParams): string {
  return new URLSearchParams([...told].filter(([name]) => ANSWER.includes(name))).toString()
}
