// Whoever is called otherwise while others decide about the same candidates: neither waits for the other for ever. On the embedded
// database they take turns.
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { renameAccount } from '../account/commands'
import { operator } from '../auth/operator'
import type { May } from '../auth/viewer'
import { db } from '../db/client'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import { DebriefError } from '../errors'
import type { InterviewId } from '../interviews/interview-id'
import { renameMember } from '../members/commands'
import { removeMember } from '../members/removal/commands'
import { setStatuses, takeBackStatuses } from './commands'

let ada: May<'status.set'>
let grace: May<'status.set'>
let ids: InterviewId[]
beforeEach(async () => {
  ada = whoMay(await givenViewer(), 'status.set')
  grace = whoMay(await givenViewer(), 'status.set')
  ids = []
  for (let count = 0; count < 6; count++) ids.push((await givenInterview({})).id)
  ids.sort()
  // What is stored in another order than that of ids is found in another one too.
  await setStatuses(grace, refsOf(ids.toReversed()), { status: 'in_review', reason: null })
  await setStatuses(ada, refsOf(ids.toReversed()), { status: 'shortlisted', reason: null })
})

const refsOf = (of: InterviewId[]) => of.map((id) => ({ id }))
const decide = () => setStatuses(grace, refsOf(ids.toReversed()), { status: 'on_hold', reason: null })

async function takeBack() {
  const { rows } = await db().execute<{ id: string }>(
    sql`SELECT id FROM status_versions WHERE set_by = ${ada.memberId}`,
  )
  return takeBackStatuses(
    ada,
    rows.map(({ id }) => id),
  )
}

const CALLING = {
  'call themselves otherwise': () => renameAccount(whoMay(ada, 'account.manage'), 'Ada Byron'),
  'are called otherwise': () => renameMember(operator(), { email: ada.email, name: 'Ada Byron' }),
  'are removed': () => removeMember(operator(), ada.memberId),
}

test.each(Object.entries(CALLING))('they %s while a colleague decides, in whatever order', async (_, calling) => {
  await Promise.all([decide(), calling()])
  await expect(countOnHold()).resolves.toBe(ids.length)
})

const countOnHold = async () =>
  (
    await db().execute(sql`SELECT FROM statuses JOIN status_versions ON status_versions.id = version_id
      WHERE status = 'on_hold' AND set_by = ${grace.memberId}`)
  ).rowCount

const countWaiting = async () =>
  (
    await db().execute(
      sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
  ).rowCount

describe.each(process.env.TEST_DATABASE_URL ? Object.entries(CALLING) : [])('on PostgreSQL they %s', (_, calling) => {
  test.each([
    ['a colleague decides', decide],
    ['they take back what they decided', takeBack],
  ])('while %s', async (__, deciding) => {
    const begun: Promise<unknown>[] = []
    await db().transaction(async (tx) => {
      // Where both wait for one in the middle, who came from the other side has what the other needs next.
      await tx.execute(sql`SELECT FROM statuses WHERE interview_id = ${ids[3]} FOR UPDATE`)
      for (const [at, does] of [deciding, calling].entries()) {
        begun.push(does().catch(unlessGone))
        await expect.poll(countWaiting).toBe(at + 1)
      }
    })
    await Promise.all(begun)
  })
})

/** Who is removed first decides nothing more. */
function unlessGone(error: unknown) {
  if (!(error instanceof DebriefError && error.code === 'not_signed_in')) throw error
}
