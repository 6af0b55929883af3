// Whatever happens to somebody, or is done by them, at the moment in which they are removed: it is done or refused with a sentence, nobody
// waits for ever, and nothing of theirs is left. On the embedded database they take turns.
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { operator } from '../../auth/operator'
import * as passwords from '../../auth/sign-in/password'
import { db } from '../../db/client'
import * as environment from '../../env'
import { DebriefError } from '../../errors'
import * as ceremony from '../../passkeys/ceremony'
import { givenAdmin, ISSUER } from '../testing/admins'
import { removeMember } from './commands'
import { BESIDE } from './testing/beside'
import { expectGone, givenSomebody, type Somebody } from './testing/somebody'

const TURNS = Number(process.env.TURNS ?? (process.env.TEST_DATABASE_URL ? 4 : 1))
const PROVIDER = { OIDC_ISSUER: ISSUER, OIDC_CLIENT_ID: 'debrief', OIDC_CLIENT_SECRET: 'x' }
const ROLES = [{ group: 'hiring', role: 'recruiter' as const, teams: null }]

beforeEach(async () => {
  vi.restoreAllMocks()
  const single = { ...PROVIDER, OIDC_ALLOWED_DOMAINS: ['example.com'], OIDC_ROLES: ROLES }
  vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), ...single })
  vi.spyOn(passwords, 'verifyPassword').mockResolvedValue(true)
  vi.spyOn(passwords, 'hashNewPassword').mockResolvedValue('another hash')
  vi.spyOn(ceremony, 'verifyAssertion').mockResolvedValue(0)
  await givenAdmin(['password'])
})

type Doing = (typeof BESIDE)[number][1]

/** The code of the refusal; throws whatever else becomes of it than that it is done, or refused. */
async function doneOrRefused(doing: Doing, of: Somebody): Promise<string> {
  try {
    await doing(of)
    return 'done'
  } catch (error) {
    if (!(error instanceof DebriefError && error.status < 500)) throw error
    return error.code
  }
}

test.each(BESIDE)('when %s at once', async (_, doing) => {
  for (let turn = 0; turn < TURNS; turn++) {
    const of = await givenSomebody(turn % 2 === 0 ? 'admin' : 'recruiter')
    const removing = () => removeMember(operator(), of.memberId).catch(unlessGone)
    const other = () => doneOrRefused(doing, of)
    const [first, second] = turn % 4 < 2 ? [removing, other] : [other, removing]
    await Promise.all([first(), second()])
    await expectGone(of)
  }
})

/** Another one was first. */
function unlessGone(error: unknown) {
  if (!(error instanceof DebriefError && error.code === 'member_not_found')) throw error
}

async function countWaiting() {
  const here = sql`datname = current_database() AND wait_event_type = 'Lock'`
  return (await db().execute(sql`SELECT FROM pg_stat_activity WHERE ${here}`)).rowCount
}

/** What becomes of it while a removal holds them, and nothing of theirs yet. */
async function whileHeld(of: Somebody, doing: Doing): Promise<string> {
  const removing: Promise<unknown>[] = []
  const begun: Promise<string>[] = []
  await db().transaction(async (tx) => {
    // What a removal reads next.
    await tx.execute(sql`LOCK TABLE former_names IN ACCESS EXCLUSIVE MODE`)
    removing.push(removeMember(operator(), of.memberId))
    await expect.poll(countWaiting).toBe(1)
    let isOver = false
    begun.push(doneOrRefused(doing, of).finally(() => (isOver = true)))
    await expect.poll(async () => isOver || (await countWaiting()) === 2).toBe(true)
  })
  await Promise.all(removing)
  return (await Promise.all(begun)).join('')
}

describe.each(process.env.TEST_DATABASE_URL ? ['admin' as const, 'recruiter' as const] : [])(
  'of one who is %s on PostgreSQL',
  (role) => {
    test.each(BESIDE)('when %s while a removal holds them', async (name, doing) => {
      const of = await givenSomebody(role)
      const outcome = await whileHeld(of, doing)
      await expectGone(of)
      // As of who was removed before.
      if (name === 'they sign in by the provider') expect(outcome).toBe('sso_disabled')
    })
  },
)
