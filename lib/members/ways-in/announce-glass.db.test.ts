import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../../db/client'
import { credentials, members } from '../../db/schema/members'
import { givenMember } from '../../db/testing/fixtures'
import * as environment from '../../env'
import { log } from '../../log'
import { announceGlass } from './announce-glass'

const SENTENCE = expect.stringContaining('nobody can sign in')

beforeEach(async () => {
  vi.restoreAllMocks()
  vi.spyOn(log, 'warn').mockImplementation(() => {})
  await db().delete(members)
})

function givenPasswords(PASSWORD_SIGN_IN: 'on' | 'off') {
  vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), PASSWORD_SIGN_IN })
}

test('where passwords are off and nobody is there to break the glass, the log says so at start', async () => {
  givenPasswords('off')
  const without = await givenMember({ role: 'admin', breakGlass: true }, 'a hash')
  await db().delete(credentials).where(eq(credentials.memberId, without.id))
  await givenMember({ role: 'admin' }, 'a hash')
  await givenMember({ role: 'recruiter', breakGlass: true }, 'a hash')
  await givenMember({ role: 'admin', breakGlass: true, disabledAt: new Date().toISOString() }, 'a hash')
  await announceGlass()
  expect(log.warn).toHaveBeenCalledExactlyOnceWith(SENTENCE)
})

test('nothing is said where an admin is there with a password, or where everybody has theirs', async () => {
  givenPasswords('on')
  await announceGlass()
  vi.mocked(environment.env).mockRestore()
  givenPasswords('off')
  await givenMember({ role: 'admin', breakGlass: true }, 'a hash')
  await announceGlass()
  expect(log.warn).not.toHaveBeenCalled()
})
