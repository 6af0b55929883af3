// Must hold 49, of what members say against a candidate and against Ribbon.
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { NO_SCORES } from '../assessment/scores'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow, givenInterview } from '../db/testing/interview'
import { setBlindness } from '../flows/commands'
import type { InterviewId } from '../interviews/interview-id'
import { interviewsOf, seen } from '../interviews/seen'
import { invalidateInterview, overrideScore } from '../validity/commands'
import { findValidity } from '../validity/queries'
import { revealInterview } from '../votes/commands'
import { setStatus } from './commands'
import { findStatus } from './queries'

const REASON = 'She says that she left the last one in anger'
const HIDDEN = { is: 'hidden', until: 'my_vote' }

let mara: Viewer
let ben: Viewer
let id: InterviewId
beforeEach(async () => {
  mara = await givenViewer({ role: 'admin' })
  ben = await givenViewer()
  const flow = await givenFlow()
  await setBlindness(whoMay(mara, 'blindness.set'), flow.id, { colleagues: true, assessment: true })
  id = (await givenInterview({ flowId: flow.id, scores: { ...NO_SCORES, skills: 3 } })).id
})
const decide = (viewer: Viewer, reason: string) =>
  setStatus(whoMay(viewer, 'status.set'), { id }, { status: 'on_hold', reason })

test('a colleague’s reason is hidden until one has voted, and one’s own never is; who set what is told to all', async () => {
  await decide(mara, REASON)
  expect(await findStatus(ben, id)).toMatchObject({
    ...{ status: 'on_hold', reason: HIDDEN, by: { id: mara.memberId } },
    versions: [{ status: 'on_hold', reason: HIDDEN }],
  })
  expect(await findStatus(mara, id)).toMatchObject({ reason: REASON, versions: [{ reason: REASON }] })
  await decide(ben, 'Ask her again')
  expect(await findStatus(ben, id)).toMatchObject({
    reason: 'Ask her again',
    versions: [{ reason: 'Ask her again' }, { reason: HIDDEN }],
  })
  await decide(mara, REASON)
  const reasonIn = async (viewer: Viewer) =>
    (await db().select({ reason: seen.statusReason }).from(interviewsOf(viewer)).where(eq(seen.id, id)))[0]?.reason
  expect([await reasonIn(ben), await reasonIn(mara)]).toEqual([null, REASON])
  await decide(ben, 'Ask her again')
  expect(await reasonIn(ben)).toBe('Ask her again')
  await revealInterview(whoMay(ben, 'interview.reveal'), id)
  expect((await findStatus(ben, id)).versions.map(({ reason }) => reason)).toEqual([
    'Ask her again',
    REASON,
    'Ask her again',
    REASON,
  ])
})

test('that an interview is invalid is told to all, why in its author’s words to who has voted', async () => {
  await invalidateInterview(mara, id, { cause: 'other_speaker', reason: REASON })
  expect((await findValidity(ben, id)).invalid).toMatchObject({ cause: 'other_speaker', reason: HIDDEN })
  expect((await findValidity(mara, id)).invalid).toMatchObject({ reason: REASON })
  await revealInterview(whoMay(ben, 'interview.reveal'), id)
  expect((await findValidity(ben, id)).invalid).toMatchObject({ reason: REASON })
})

test('nobody holds a score to be wrong that they do not see, nor hears that a colleague does', async () => {
  const wrong = { interviewId: id, score: 'skills' } as const
  await expect(overrideScore(mara, wrong, { reason: REASON })).rejects.toMatchObject({ code: 'score_not_shown' })
  await revealInterview(whoMay(mara, 'interview.reveal'), id)
  await overrideScore(mara, wrong, { reason: REASON })
  expect(await findValidity(ben, id)).toMatchObject({ overrides: [], othersOverrides: HIDDEN })
  expect((await findValidity(mara, id)).overrides).toMatchObject([{ reason: REASON }])
  await revealInterview(whoMay(ben, 'interview.reveal'), id)
  expect(await findValidity(ben, id)).toMatchObject({
    overrides: [{ reason: REASON }],
    othersOverrides: { is: 'shown' },
  })
})
