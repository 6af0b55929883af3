import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { toldBy } from '../../audit/testing/told'
import { operator } from '../../auth/operator'
import { db } from '../../db/client'
import { credentials, members, sessions } from '../../db/schema/members'
import { givenMember } from '../../db/testing/fixtures'
import { changeMember } from '../commands'
import { requireMember } from '../queries'
import { removeMember } from '../removal/commands'
import { meanwhile } from '../testing/meanwhile'
import { setBreakGlass, unlinkMember } from './commands'

const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
const givenSession = (memberId: string) => db().insert(sessions).values({ memberId, expiresAt })
const sessionsOf = (memberId: string) => db().$count(sessions, eq(sessions.memberId, memberId))
const setting = (email: string) => setBreakGlass(operator(), { email, on: true })
const isThere = async (id: string) =>
  (await db().select({ breakGlass: members.breakGlass }).from(members).where(eq(members.id, id)))[0]?.breakGlass

test('an admin with a password can be there to break the glass; taking it back signs them out', async () => {
  const { id, email } = await givenMember({ role: 'admin' }, 'a hash')
  await givenSession(id)
  await setBreakGlass(operator(), { email: ` ${email.toUpperCase()} `, on: true })
  await expect(isThere(id)).resolves.toBe(true)
  await expect(sessionsOf(id)).resolves.toBe(1)
  await expect(toldBy(() => setting(email))).resolves.toEqual([])
  await setBreakGlass(operator(), { email, on: false })
  await expect(isThere(id)).resolves.toBe(false)
  await expect(sessionsOf(id)).resolves.toBe(0)
})

test('nobody else can: not another role, not without a password, not somebody unknown or removed', async () => {
  const { email: recruiter } = await givenMember({ role: 'recruiter' }, 'a hash')
  const { id, email: without } = await givenMember({ role: 'admin' }, 'a hash')
  await db().delete(credentials).where(eq(credentials.memberId, id))
  await expect(setting(recruiter)).rejects.toMatchObject({ code: 'break_glass_role' })
  await expect(setting(without)).rejects.toMatchObject({ code: 'break_glass_password' })
  const removed = await givenMember({ role: 'admin', removedAt: new Date().toISOString() }, 'a hash')
  for (const email of ['nobody@example.com', removed.email])
    await expect(setting(email)).rejects.toMatchObject({ code: 'member_not_found' })
})

test('nor who has a password no more, be it at this very moment', async () => {
  const { id, email } = await givenMember({ role: 'admin' }, 'a hash')
  const begun = meanwhile(
    id,
    () => setting(email),
    (tx) => tx.delete(credentials).where(eq(credentials.memberId, id)),
  )
  await expect(begun).resolves.toMatchObject({ code: 'break_glass_password' })
  await expect(isThere(id)).resolves.toBe(false)
})

test('who is no admin any more is there no more, nor once they are one again, and both the log and the list say so', async () => {
  await givenMember({ role: 'admin' }, 'a hash')
  const { id, email } = await givenMember({ role: 'admin', seesAllTeams: true }, 'a hash')
  await setting(email)
  await expect(requireMember(operator(), id)).resolves.toMatchObject({ breaksGlass: true })
  const events = await toldBy(() => changeMember(operator(), id, { role: 'recruiter' }))
  expect(events.map(({ code, payload }) => [code, payload])).toEqual([
    ['member.role_changed', { from: 'admin', to: 'recruiter' }],
    ['member.break_glass_set', { on: false }],
  ])
  await changeMember(operator(), id, { role: 'admin' })
  await expect(isThere(id)).resolves.toBe(false)
  await expect(requireMember(operator(), id)).resolves.toMatchObject({ breaksGlass: false })
})

test('nor is who was named while they were an admin and has been none since', async () => {
  const { id } = await givenMember({ role: 'recruiter', breakGlass: true }, 'a hash')
  const events = await toldBy(() => changeMember(operator(), id, { role: 'admin' }))
  expect(events).toContainEqual(expect.objectContaining({ code: 'member.break_glass_set', payload: { on: false } }))
  await expect(isThere(id)).resolves.toBe(false)
})

test('nor who is removed', async () => {
  await givenMember({ role: 'admin' }, 'a hash')
  const { id, email } = await givenMember({ role: 'admin' }, 'a hash')
  await setting(email)
  const events = await toldBy(() => removeMember(operator(), id))
  expect(events).toContainEqual(expect.objectContaining({ code: 'member.break_glass_set', payload: { on: false } }))
  await expect(isThere(id)).resolves.toBe(false)
})

test('whose account was made anew is unlinked from the former one, and signed out', async () => {
  const { id, email } = await givenMember({}, 'a hash')
  await givenSession(id)
  await unlinkMember(operator(), email)
  await expect(sessionsOf(id), 'there is nothing to unlink').resolves.toBe(1)
  await db().insert(credentials).values({ memberId: id, kind: 'oidc', issuer: 'https://a.example', subject: email })
  await unlinkMember(operator(), email)
  const left = await db().select({ kind: credentials.kind }).from(credentials).where(eq(credentials.memberId, id))
  expect(left).toEqual([{ kind: 'password' }])
  await expect(sessionsOf(id)).resolves.toBe(0)
  await expect(unlinkMember(operator(), 'nobody@example.com')).rejects.toMatchObject({ code: 'member_not_found' })
})
