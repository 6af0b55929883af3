import { beforeEach, vi } from 'vitest'
import { operator } from '../../auth/operator'
import * as passwords from '../../auth/sign-in/password'
import { signIn } from '../../auth/sign-in/sign-in'
import { db } from '../../db/client'
import { jobs } from '../../db/schema/jobs'
import { type members, signInAttempts } from '../../db/schema/members'
import { givenMember } from '../../db/testing/fixtures'
import type { Mail } from '../../mail/mail'
import * as mail from '../../mail/send'
import { makePasswordLink } from '../commands'
import { readPasswordLink, usePasswordLink } from '../using'

export const OLD = 'vexed otter plays nine zithers'
export const NEW = 'nine zithers vex every otter'
export const CLOSED = { code: 'password_link_closed' }

/** What was mailed in this test. */
export let sent: Mail[] = []

/** Before each test of the file nobody has tried anything, and mail is set up. */
export function withPasswordLinks() {
  beforeEach(async () => {
    vi.restoreAllMocks()
    await db().delete(signInAttempts)
    await db().delete(jobs)
    sent = []
    vi.spyOn(mail, 'isMailSetUp').mockReturnValue(true)
    vi.spyOn(mail, 'sendMail').mockImplementation(async (letter) => void sent.push(letter))
    vi.spyOn(passwords, 'hashNewPassword').mockImplementation(async ({ password }) => `hash of ${password}`)
    vi.spyOn(passwords, 'verifyPassword').mockImplementation(async (typed, hash) => hash === `hash of ${typed}`)
  })
}

export const given = (over: Partial<typeof members.$inferInsert> = {}) => givenMember(over, `hash of ${OLD}`)
export const somewhere = () => crypto.randomUUID()
export const tokenIn = (link: string) => link.split('/').at(-1) ?? ''
export const make = async (memberId: string) => tokenIn((await makePasswordLink(operator(), { memberId })).link)
export const use = (token: string, password = NEW) => usePasswordLink({ token, password, address: somewhere() })
export const read = (token: string) => readPasswordLink(token, somewhere())
export const signedIn = (email: string, password: string) => signIn({ email, password, address: somewhere() })
