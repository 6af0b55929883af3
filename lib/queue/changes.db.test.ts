// Must hold 49: what changed is told as far as its reader may know it.
import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { queuePlaces } from '../db/schema/assignments'
import { votes } from '../db/schema/votes'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { setBlindness } from '../flows/commands'
import type { InterviewId } from '../interviews/interview-id'
import type { Vote } from '../interviews/vote'
import { setStatus } from '../status/commands'
import { invalidateInterview } from '../validity/commands'
import { listSplits } from '../votes/agenda/queries'
import { castVote, withdrawVote } from '../votes/commands'
import { markHere } from './commands'
import { findReviewNews } from './queries'
import { NOTHING_CHANGED } from './queue'

let team: string
let flowId: string
let me: Viewer
let colleague: Viewer
beforeEach(async () => {
  team = crypto.randomUUID()
  flowId = (await givenFlow({ teamId: team })).id
  me = await givenViewer({ teams: [team] })
  colleague = await givenViewer({ teams: [team] })
})

async function givenVotes(mine: Vote | null, theirs: Vote | null): Promise<InterviewId> {
  const { id } = await givenInterview({ teamId: team, flowId })
  if (mine) await castVote(me, id, { vote: mine })
  if (theirs) await castVote(colleague, id, { vote: theirs })
  return id
}

const hide = (colleagues: boolean) =>
  setBlindness(whoMay(colleague, 'blindness.set'), flowId, { colleagues, assessment: false })

/** They were here last an hour ago, before which the votes on it so far were cast. */
async function awaySince(...ids: InterviewId[]) {
  await markHere(me)
  await db()
    .update(queuePlaces)
    .set({ hereAt: sql`now() - interval '1 hour'` })
    .where(eq(queuePlaces.memberId, me.memberId))
  for (const id of ids)
    await db()
      .update(votes)
      .set({ castAt: sql`now() - interval '2 hours'` })
      .where(eq(votes.interviewId, id))
}

test.each([true, false])(
  'split votes are counted as their agenda counts them, where a flow hides them: %s',
  async (hides) => {
    await hide(hides)
    await givenVotes('hire', 'no_hire')
    await givenVotes('hire', 'strong_hire')
    await givenVotes(null, 'no_hire')
    const invalid = await givenVotes('hire', 'strong_no_hire')
    await invalidateInterview(me, invalid, { cause: 'technical_failure', reason: null })
    const theirs = await givenVotes(null, 'no_hire')
    const third = await givenViewer({ teams: [team] })
    await castVote(third, theirs, { vote: 'hire' })
    const withdrawn = await givenVotes('hire', 'no_hire')
    await withdrawVote(colleague, withdrawn)
    for (const [viewer, count] of [
      [me, hides ? 1 : 2],
      [await givenViewer({ teams: ['elsewhere'] }), 0],
    ] as const) {
      expect((await findReviewNews(viewer)).splits).toBe(count)
      expect((await listSplits(viewer, [])).total).toBe(count)
    }
  },
)

test('of what one judged it is told what colleagues voted on and decided about since one was here', async () => {
  await hide(true)
  const [voted, decided, own, before] = [
    await givenVotes('hire', null),
    await givenVotes('hire', null),
    await givenVotes('hire', null),
    await givenVotes('hire', 'hire'),
  ]
  const unjudged = await givenVotes(null, null)
  await awaySince(voted, decided, own, before)
  const nothing = { voted: NOTHING_CHANGED, decided: NOTHING_CHANGED }
  expect((await findReviewNews(me)).judgedSince).toEqual(nothing)

  await castVote(colleague, voted, { vote: 'no_hire' })
  await castVote(colleague, unjudged, { vote: 'no_hire' })
  for (const id of [decided, unjudged])
    await setStatus(whoMay(colleague, 'status.set'), { id }, { status: 'shortlisted', reason: null })
  await setStatus(whoMay(me, 'status.set'), { id: own }, { status: 'shortlisted', reason: null })
  await castVote(me, own, { vote: 'strong_hire' })
  expect((await findReviewNews(me)).judgedSince).toEqual({
    voted: { count: 1, ids: [voted] },
    decided: { count: 1, ids: [decided] },
  })
  expect((await findReviewNews(colleague)).judgedSince).toEqual(nothing)
})

test('of what changed the newest stands first, and no more are named than an address has room for', async () => {
  await hide(false)
  const ids: InterviewId[] = []
  for (let index = 0; index < 52; index++) ids.push(await givenVotes('hire', null))
  await awaySince(...ids)
  for (const id of ids) await castVote(colleague, id, { vote: 'no_hire' })
  const { voted } = (await findReviewNews(me)).judgedSince
  expect(voted).toEqual({ count: 52, ids: ids.toReversed().slice(0, 50) })
})
