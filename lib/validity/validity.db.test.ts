import { beforeEach, expect, test } from 'vitest'
import { NO_SCORES } from '../assessment/scores'
import type { Viewer } from '../auth/viewer'
import { givenViewer } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import { INVALID_CAUSES } from '../interviews/interview'
import type { InterviewId } from '../interviews/interview-id'
import { requireInterviewFilter } from '../interviews/list/required-filter'
import { listInterviews } from '../interviews/list/queries'
import { invalidateInterview, overrideScore, withdrawInvalidation, withdrawOverride } from './commands'
import { castVote } from '../votes/commands'
import { requireScoreName } from './draft'
import { findValidity } from './queries'

let ben: Viewer
let mara: Viewer
let id: InterviewId
beforeEach(async () => {
  ben = await givenViewer({ role: 'reviewer' })
  mara = await givenViewer({ role: 'reviewer' })
  id = (await givenInterview({ scores: { ...NO_SCORES, skills: 2 } })).id
})

const BROKEN = { cause: 'technical_failure', reason: 'No sound after a minute' } as const
const listed = async (search: string) =>
  (await listInterviews(ben, requireInterviewFilter(new URLSearchParams(`id=${id}${search}`)))).items
const skills = () => ({ interviewId: id, score: 'skills' as const })

test.each(INVALID_CAUSES)(
  'an interview that is marked for %s says so, and by whom, until that is withdrawn',
  async (cause) => {
    await invalidateInterview(ben, id, { cause, reason: null })
    expect((await listed(''))[0]?.invalid).toEqual({ cause, by: { id: ben.memberId, email: ben.email, name: null } })
    expect(await findValidity(mara, id)).toMatchObject({
      invalid: { cause, isMine: false, reason: null },
      overrides: [],
    })
    expect([await listed('&invalid=yes'), await listed('&invalid=no')].map((rows) => rows.length)).toEqual([1, 0])
    await withdrawInvalidation(ben, id)
    expect((await listed('&invalid=no'))[0]?.invalid).toBeNull()
  },
)

test('nobody votes on an interview that is invalid, until that is taken back', async () => {
  await invalidateInterview(ben, id, BROKEN)
  await expect(castVote(mara, id, { vote: 'hire' })).rejects.toMatchObject({ code: 'interview_invalid' })
  await withdrawInvalidation(ben, id)
  expect(await castVote(mara, id, { vote: 'hire' })).toMatchObject({ mine: { vote: 'hire' } })
})

test('its author may change why; a colleague hears that it is marked already', async () => {
  await invalidateInterview(ben, id, BROKEN)
  await invalidateInterview(ben, id, { cause: 'other_speaker', reason: 'Her brother answered' })
  await expect(invalidateInterview(mara, id, BROKEN)).rejects.toMatchObject({ code: 'invalid_already' })
  expect(await findValidity(ben, id)).toMatchObject({
    invalid: { cause: 'other_speaker', reason: 'Her brother answered', isMine: true },
  })
})

test('of several who mark one at once one is the first, and the others hear that it is marked already', async () => {
  const others = await Promise.all(Array.from({ length: 6 }, () => givenViewer({ role: 'reviewer' })))
  const outcomes = await Promise.allSettled(others.map((viewer) => invalidateInterview(viewer, id, BROKEN)))
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
  expect(refused).toHaveLength(others.length - 1)
  for (const reason of refused) expect(reason).toMatchObject({ code: 'invalid_already' })
})

test('a reviewer takes back their own mark, a recruiter and an admin anybody’s, and nobody twice', async () => {
  for (const role of ['recruiter', 'admin'] as const) {
    await invalidateInterview(ben, id, BROKEN)
    await expect(withdrawInvalidation(mara, id)).rejects.toMatchObject({ code: 'invalidation_not_yours' })
    await withdrawInvalidation(await givenViewer({ role }), id)
    await withdrawInvalidation(mara, id)
    expect((await findValidity(ben, id)).invalid).toBeNull()
  }
})

test('a score that members hold to be wrong stays as Ribbon gave it, beside what each says of it', async () => {
  await overrideScore(ben, skills(), { reason: 'She ran it for years' })
  await overrideScore(mara, skills(), { reason: 'She said so at 2:10' })
  await overrideScore(ben, skills(), { reason: 'She ran it for ten years' })
  const { overrides } = await findValidity(ben, id)
  expect(overrides.map(({ by, reason, isMine }) => ({ by: by.id, reason, isMine }))).toEqual([
    { by: mara.memberId, reason: 'She said so at 2:10', isMine: false },
    { by: ben.memberId, reason: 'She ran it for ten years', isMine: true },
  ])
  expect((await listed('&skills=2..2'))[0]?.assessment).toMatchObject({ scores: { skills: 2 } })
  await withdrawOverride(ben, skills())
  await withdrawOverride(ben, skills())
  expect((await findValidity(ben, id)).overrides).toHaveLength(1)
})

test('a score that is not there cannot be wrong, and what is no score is not found', async () => {
  await expect(overrideScore(ben, { interviewId: id, score: 'fluency' }, { reason: 'x' })).rejects.toMatchObject({
    code: 'score_not_shown',
  })
  expect(requireScoreName('skills')).toBe('skills')
  for (const name of ['', 'general', 'constructor'])
    expect(() => requireScoreName(name)).toThrow(expect.objectContaining({ code: 'not_found' }))
})
