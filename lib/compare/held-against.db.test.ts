import { beforeEach, expect, test } from 'vitest'
import { NO_SCORES } from '../assessment/scores'
import type { May, Viewer } from '../auth/viewer'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenFlow } from '../db/testing/interview'
import { setBlindness } from '../flows/commands'
import { invalidateInterview, overrideScore } from '../validity/commands'
import { castVote } from '../votes/commands'
import { hideNames } from './commands'
import { findSideBySide } from './queries'
import { givenTalkWith, NIGHT, WHY } from './testing/talks'

let flowId: string
let viewer: Viewer
let ben: Viewer
let lead: May<'names.hide'> & May<'blindness.set'>

beforeEach(async () => {
  flowId = (await givenFlow({ questions: [WHY, NIGHT] })).id
  viewer = await givenViewer({ role: 'reviewer' })
  ben = await givenViewer({ role: 'reviewer' })
  lead = whoMay(whoMay(await givenViewer(), 'names.hide'), 'blindness.set')
})

/** Ingrid beside nobody, with a score that Ben holds to be wrong, and one that the reader does. */
async function givenHeld() {
  const scores = { ...NO_SCORES, skills: 2, fluency: 3 }
  const { id } = await givenTalkWith({ flowId, name: 'Ingrid', last: 'It was cold.', scores })
  await setBlindness(lead, flowId, { colleagues: false, assessment: false })
  await overrideScore(ben, { interviewId: id, score: 'skills' }, { reason: 'Ingrid ran it for years' })
  await overrideScore(viewer, { interviewId: id, score: 'fluency' }, { reason: 'The line was bad' })
  const finalist = async () => (await findSideBySide(viewer, { flowId, ids: [id] })).finalists[0]
  return { id, finalist }
}

test('side by side says which scores members hold to be wrong, as far as their reader may know it', async () => {
  const { id, finalist } = await givenHeld()
  const [bens, mine] = [
    { score: 'skills', reason: 'Ingrid ran it for years', isMine: false, by: { id: ben.memberId } },
    { score: 'fluency', reason: 'The line was bad', isMine: true, by: { id: viewer.memberId } },
  ]
  expect((await finalist())?.overrides).toMatchObject([bens, mine])
  for (const hides of [
    { colleagues: true, assessment: false },
    { colleagues: false, assessment: true },
  ]) {
    await setBlindness(lead, flowId, hides)
    expect((await finalist())?.overrides).toMatchObject([mine])
    expect((await finalist())?.overrides).toHaveLength(1)
  }
  await castVote(viewer, id, { vote: 'hire' })
  expect((await finalist())?.overrides).toMatchObject([bens, mine])
})

test('it says why an interview is invalid, hidden where that is', async () => {
  const { id, finalist } = await givenHeld()
  await invalidateInterview(ben, id, { cause: 'other_speaker', reason: 'Her brother answered' })
  await setBlindness(lead, flowId, { colleagues: true, assessment: true })
  expect(await finalist()).toMatchObject({ invalidReason: { is: 'hidden', until: 'my_vote' } })
  await setBlindness(lead, flowId, { colleagues: false, assessment: false })
  expect(await finalist()).toMatchObject({ invalidReason: 'Her brother answered' })
})

test('where names are hidden neither says one', async () => {
  const { id, finalist } = await givenHeld()
  await invalidateInterview(ben, id, { cause: 'other_speaker', reason: 'The brother of Ingrid answered' })
  await hideNames(lead, flowId, true)
  expect(await finalist()).toMatchObject({
    overrides: [{ reason: '▇▇▇▇ ran it for years' }, {}],
    invalidReason: 'The brother of ▇▇▇▇ answered',
  })
})
