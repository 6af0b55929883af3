import { beforeEach } from 'vitest'
import { operator } from '../../auth/operator'
import { signIn } from '../../auth/sign-in/sign-in'
import { db } from '../../db/client'
import { members } from '../../db/schema/members'
import { addMember } from '../commands'

export const password = 'vexed otter plays nine zithers'
export const actor = operator()

/** Before each test of a file there is none. */
export function withoutMembers() {
  beforeEach(async () => {
    await db().delete(members)
  })
}

export const added = (email: string, over: Partial<Parameters<typeof addMember>[1]> = {}) =>
  addMember(actor, { email, role: 'recruiter', scope: 'all', password, ...over })

export const signedIn = async (email: string, tried = password) =>
  (await signIn({ email, password: tried, address: crypto.randomUUID() })).sessionId
