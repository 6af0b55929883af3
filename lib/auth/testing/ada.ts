import { beforeAll, beforeEach, vi } from 'vitest'
import { db } from '../../db/client'
import { sessions, signInAttempts } from '../../db/schema/members'
import { givenMember } from '../../db/testing/fixtures'
import { hashNewPassword } from '../sign-in/password'

/** Ada is a member, added before the tests of the file that imports this; before each of them nobody is signed in. */
export const email = 'ada@example.com'
export const password = 'vexed otter plays nine zithers'
export let memberId: string

beforeAll(async () => {
  const passwordHash = await hashNewPassword({ password, email })
  memberId = (await givenMember({ email, role: 'recruiter' }, passwordHash)).id
})

beforeEach(async () => {
  vi.restoreAllMocks()
  await db().delete(signInAttempts)
  await db().delete(sessions)
})
