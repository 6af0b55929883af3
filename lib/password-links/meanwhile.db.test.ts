// What becomes of a member while a link for them is made or used.
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { operator } from '../auth/operator'
import * as passwords from '../auth/sign-in/password'
import { db } from '../db/client'
import { credentials, members, passwordLinks, signInAttempts } from '../db/schema/members'
import { givenMember, givenViewer, whoMay } from '../db/testing/fixtures'
import { changeRights } from '../members/change-rights'
import { changeMember, resetPassword } from '../members/commands'
import { forgetOwn } from '../members/removal/forget-own'
import { meanwhile } from '../members/testing/meanwhile'
import { makePasswordLink } from './commands'
import { usePasswordLink } from './using'

const PASSWORD = 'vexed otter plays nine zithers'

beforeEach(async () => {
  vi.restoreAllMocks()
  await db().delete(signInAttempts)
  vi.spyOn(passwords, 'hashNewPassword').mockResolvedValue('a hash')
})

const made = (memberId: string) => makePasswordLink(operator(), { memberId })
const used = async (memberId: string) => {
  const { link } = await made(memberId)
  const token = link.split('/').at(-1) ?? ''
  return () => usePasswordLink({ token, password: PASSWORD, address: crypto.randomUUID() })
}

test('who is no admin any more makes no link and no password, though they were one when they asked', async () => {
  const [me] = [await givenViewer({ role: 'admin' }), await givenViewer({ role: 'admin' })]
  const { id: memberId, email } = await givenMember({}, 'a hash')
  await changeMember(operator(), me.memberId, { role: 'recruiter' })
  const late = whoMay(me, 'member.manage')
  await expect(makePasswordLink(late, { memberId })).rejects.toMatchObject({ code: 'not_found' })
  await expect(resetPassword(late, { email, password: PASSWORD })).rejects.toMatchObject({ code: 'not_found' })
})

test('who is disabled at that moment gets no link', async () => {
  const { id } = await givenMember({}, 'a hash')
  const begun = meanwhile(
    id,
    () => made(id),
    (tx, held) => changeRights(tx, held, { disabled: true }),
  )
  await expect(begun).resolves.toMatchObject({ code: 'member_disabled' })
  await expect(db().$count(passwordLinks, eq(passwordLinks.memberId, id))).resolves.toBe(0)
})

test.each<[string, (id: string) => Promise<unknown>]>([
  ['with a password', async () => {}],
  ['without one', (id: string) => db().delete(credentials).where(eq(credentials.memberId, id))],
])('of a member %s a link and their removal never wait for each other for ever', async (_, prepare) => {
  const { id, email } = await givenMember({}, 'a hash')
  const use = await used(id)
  await prepare(id)
  const begun = meanwhile(id, use, (tx) => forgetOwn(tx, { id, email, name: null }))
  await expect(begun).resolves.toMatchObject({ code: 'password_link_closed' })
  await expect(db().$count(credentials, eq(credentials.memberId, id))).resolves.toBe(0)
})

test('who is removed at that moment gets no password', async () => {
  const { id, email } = await givenMember({}, 'a hash')
  const begun = meanwhile(
    id,
    () => resetPassword(operator(), { email, password: PASSWORD }),
    async (tx) => {
      await forgetOwn(tx, { id, email, name: null })
      await tx.update(members).set({ removedAt: new Date().toISOString() }).where(eq(members.id, id))
    },
  )
  await expect(begun).resolves.toMatchObject({ code: 'member_not_found' })
  await expect(db().$count(credentials, eq(credentials.memberId, id))).resolves.toBe(0)
})
