// Must hold 4.
import { and, eq, isNotNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { corrections } from '../db/schema/notes'
import { givenViewer } from '../db/testing/fixtures'
import { givenInterview, givenTalk } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { correctTranscript, withdrawCorrection } from './commands'
import { listCorrections } from './queries'

const TEXT = 'We use cooper netties at night'
const draft = (original: string, replacement: string) => {
  const from = TEXT.indexOf(original)
  return { segment: 0, from, to: from + original.length, original, replacement }
}
const code = (name: string) => expect.objectContaining({ code: name })
const newRef = () => ({ interviewId, correctionId: crypto.randomUUID() })
const shown = async () => (await listCorrections(viewer, interviewId)).map(({ replacement }) => replacement)

let interviewId: InterviewId
let viewer: Viewer
let stranger: Viewer
beforeEach(async () => {
  interviewId = (await givenInterview(givenTalk([['candidate', TEXT]]))).id
  viewer = await givenViewer({ role: 'reviewer', teams: ['team_a'] })
  stranger = await givenViewer({ teams: ['team_b'] })
})

test('a correction names what it replaces, where, and who made it', async () => {
  await correctTranscript(viewer, newRef(), draft('cooper netties', 'Kubernetes'))
  expect(await listCorrections(viewer, interviewId)).toMatchObject([
    {
      segment: 0,
      from: 7,
      to: 21,
      original: 'cooper netties',
      replacement: 'Kubernetes',
      author: { email: viewer.email },
    },
  ])
})

test('a stranger neither corrects, sees nor withdraws', async () => {
  const ref = newRef()
  await correctTranscript(viewer, ref, draft('night', 'light'))
  await expect(correctTranscript(stranger, newRef(), draft('use', 'lose'))).rejects.toEqual(code('interview_not_found'))
  await expect(withdrawCorrection(stranger, ref)).rejects.toEqual(code('interview_not_found'))
  expect(await listCorrections(stranger, interviewId)).toEqual([])

  const own = await givenInterview({ teamId: 'team_b' })
  await withdrawCorrection(stranger, { ...ref, interviewId: own.id })
  expect(await shown()).toEqual(['light'])
})

test('words that are corrected back to what the transcript says are corrected no longer', async () => {
  const ref = newRef()
  await correctTranscript(viewer, ref, draft('cooper', 'Cuba'))
  await correctTranscript(viewer, newRef(), draft('night', 'light'))
  await correctTranscript(viewer, newRef(), draft('cooper netties', 'cooper netties'))
  expect(await shown()).toEqual(['light'])
})

test('what the transcript does not say there is not corrected', async () => {
  const wrong = { ...draft('cooper', 'Cuba'), from: 0, to: 6 }
  await expect(correctTranscript(viewer, newRef(), wrong)).rejects.toEqual(code('correction_outdated'))
  const nowhere = { ...draft('cooper', 'Cuba'), segment: 9 }
  await expect(correctTranscript(viewer, newRef(), nowhere)).rejects.toEqual(code('correction_outdated'))
})

test('a correction takes the place of those that it overlaps, also when many come at once', async () => {
  await correctTranscript(viewer, newRef(), draft('cooper', 'Cuba'))
  await correctTranscript(viewer, newRef(), draft('night', 'light'))
  await correctTranscript(viewer, newRef(), draft('cooper netties', 'Kubernetes'))
  expect(await shown()).toEqual(['Kubernetes', 'light'])

  const many = ['a', 'b', 'c', 'd', 'e'].map((letter) => correctTranscript(viewer, newRef(), draft('netties', letter)))
  await Promise.all(many)
  expect(await shown()).toHaveLength(2)
})

test('nobody changes a colleague’s correction under its id; they make one of their own, which names them', async () => {
  const ref = newRef()
  await correctTranscript(viewer, ref, draft('night', 'knight'))
  const colleague = await givenViewer()
  const forged = correctTranscript(colleague, ref, draft('night', 'fright'))
  await expect(forged).rejects.toEqual(code('correction_not_yours'))
  expect(await listCorrections(viewer, interviewId)).toMatchObject([
    { replacement: 'knight', author: { email: viewer.email } },
  ])

  await correctTranscript(colleague, newRef(), draft('night', 'light'))
  expect(await listCorrections(viewer, interviewId)).toMatchObject([
    { replacement: 'light', author: { email: colleague.email } },
  ])
})

test('an id that is taken corrects nothing elsewhere, and says so', async () => {
  const ref = newRef()
  await correctTranscript(viewer, ref, draft('night', 'knight'))
  await correctTranscript(viewer, newRef(), draft('cooper', 'Cuba'))
  const elsewhere = correctTranscript(viewer, ref, draft('cooper netties', 'Kubernetes'))
  await expect(elsewhere).rejects.toEqual(code('correction_elsewhere'))

  const another = await givenInterview(givenTalk([['candidate', TEXT]]))
  const moved = correctTranscript(viewer, { ...ref, interviewId: another.id }, draft('night', 'light'))
  await expect(moved).rejects.toEqual(code('correction_not_found'))
  expect(await shown()).toEqual(['Cuba', 'knight'])
})

test('what is replaced, edited or taken back remains, with who did it and what took its place', async () => {
  const [first, second] = [newRef(), newRef()]
  const colleague = await givenViewer()
  await correctTranscript(viewer, first, draft('cooper', 'Cuba'))
  await correctTranscript(viewer, first, draft('cooper', 'copper'))
  await correctTranscript(colleague, second, draft('cooper netties', 'Kubernetes'))
  await withdrawCorrection(viewer, second)

  const { replacement, withdrawnBy, replacedBy } = corrections
  const rows = await db()
    .select({ replacement, withdrawnBy, replacedBy })
    .from(corrections)
    .where(and(eq(corrections.interviewId, interviewId), isNotNull(corrections.withdrawnAt)))
    .orderBy(corrections.replacement)
  expect(rows).toEqual([
    { replacement: 'Cuba', withdrawnBy: viewer.memberId, replacedBy: first.correctionId },
    { replacement: 'Kubernetes', withdrawnBy: viewer.memberId, replacedBy: null },
    { replacement: 'copper', withdrawnBy: colleague.memberId, replacedBy: second.correctionId },
  ])
  expect(await shown()).toEqual([])
})

test('a correction that arrives once more after it was taken back does not come back', async () => {
  const ref = newRef()
  await correctTranscript(viewer, ref, draft('night', 'light'))
  await withdrawCorrection(viewer, ref)
  const again = correctTranscript(viewer, ref, draft('night', 'light'))
  await expect(again).rejects.toEqual(code('correction_withdrawn'))
  expect(await shown()).toEqual([])
})

test('the same correction sent twice is one, and its newer words count', async () => {
  const ref = newRef()
  await correctTranscript(viewer, ref, draft('night', 'knight'))
  await correctTranscript(viewer, ref, draft('night', 'light'))
  expect(await shown()).toEqual(['light'])
})

test('a withdrawn correction is gone, once and for all', async () => {
  const ref = newRef()
  await correctTranscript(viewer, ref, draft('night', 'light'))
  await withdrawCorrection(viewer, ref)
  await withdrawCorrection(viewer, ref)
  expect(await shown()).toEqual([])
})
