import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../../db/client'
import { passwordLinks, providerLogouts, sessions, signInAttempts, spentChallenges } from '../../db/schema/members'
import { givenMember } from '../../db/testing/fixtures'
import { forgettingSignIns } from './forget-sign-ins-job'

const minutesAgo = (minutes: number) => sql`now() - make_interval(mins => ${minutes})`

test('what is over of signing in is forgotten though nobody signs in, and nothing else', async () => {
  const { id: memberId } = await givenMember({}, 'a hash')
  const logout = { issuer: 'https://login.example', issuedAt: minutesAgo(0) }
  await db()
    .insert(sessions)
    .values([
      { memberId, expiresAt: minutesAgo(1), userAgent: 'over' },
      { memberId, expiresAt: minutesAgo(-1), lastUsedAt: minutesAgo(73 * 60), userAgent: 'over' },
      { memberId, expiresAt: minutesAgo(-1), userAgent: 'stays' },
    ])
  await db()
    .insert(signInAttempts)
    .values([
      { key: 'over', failures: 1, windowEndsAt: minutesAgo(1) },
      { key: 'stays', failures: 1, windowEndsAt: minutesAgo(-1) },
    ])
  await db()
    .insert(spentChallenges)
    .values([
      { challenge: 'over', spentAt: minutesAgo(61) },
      { challenge: 'stays', spentAt: minutesAgo(59) },
    ])
  await db()
    .insert(providerLogouts)
    .values([
      { ...logout, jti: 'over', receivedAt: minutesAgo(61) },
      { ...logout, jti: 'stays', receivedAt: minutesAgo(59) },
    ])
  await db()
    .insert(passwordLinks)
    .values([
      { memberId, tokenHash: Buffer.from('over'), expiresAt: minutesAgo(1) },
      { memberId, tokenHash: Buffer.from('stays'), expiresAt: minutesAgo(-1) },
    ])

  await forgettingSignIns.run({}, undefined as never)

  const left = [
    (await db().select().from(sessions)).map(({ userAgent }) => userAgent),
    (await db().select().from(signInAttempts)).map(({ key }) => key),
    (await db().select().from(spentChallenges)).map(({ challenge }) => challenge),
    (await db().select().from(providerLogouts)).map(({ jti }) => jti),
    (await db().select().from(passwordLinks)).map(({ tokenHash }) => tokenHash.toString()),
  ]
  expect(left).toEqual(left.map(() => ['stays']))
})
