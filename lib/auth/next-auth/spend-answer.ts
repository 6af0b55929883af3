import 'server-only'
import { decode } from 'next-auth/jwt'
import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { env } from '../../env'
import { DebriefError } from '../../errors'
import { countAnswer } from '../sign-in/throttle'
import { STATE_COOKIE } from './config'

/** Of what next-auth keeps in the cookie. */
const kept = z.object({ value: z.string() })

/**
 * Takes one of the few answers for which the provider is asked in a sign-in. Throws `sso_used` where there were too many: one that was
 * begun once would let a stranger ask the provider about any number of made-up codes, and a provider that limits its clients
 * would shut out everybody.
 */
export async function spendAnswer({ cookies, nextUrl }: NextRequest): Promise<void> {
  const state = await stateOf(cookies.get(STATE_COOKIE)?.value)
  // About what is no answer to the sign-in of this browser the provider is not asked, and nothing of it is stored.
  if (state === null || state !== nextUrl.searchParams.get('state')) return
  if (!(await countAnswer(state))) throw new DebriefError('sso_used')
}

async function stateOf(cookie: string | undefined): Promise<string | null> {
  const told = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET, salt: STATE_COOKIE }).catch(() => null)
  return kept.safeParse(told).data?.value ?? null
}
