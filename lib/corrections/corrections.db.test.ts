// Must hold 4.
import { beforeEach, expect, test } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { givenViewer } from '../db/testing/fixtures'
import { givenInterview, givenTalk } from '../db/testing/interview'
import { correctTranscript, withdrawCorrection } from './commands'
import { listCorrections } from './queries'

const TEXT = 'We use cooper netties at night'
const draft = (original: string, replacement: string) => {
  const from = TEXT.indexOf(original)
  return { segment: 0, from, to: from + original.length, original, replacement }
}
const code = (name: string) => expect.objectContaining({ code: name })
const newPlace = () => ({ interviewId, correctionId: crypto.randomUUID() })
const shown = async () => (await listCorrections(viewer, interviewId)).map(({ replacement }) => replacement)

let interviewId: string
let viewer: Viewer
let stranger: Viewer
beforeEach(async () => {
  interviewId = (await givenInterview(givenTalk([['candidate', TEXT]]))).id
  viewer = await givenViewer({ role: 'reviewer', teams: ['team_a'] })
  stranger = await givenViewer({ teams: ['team_b'] })
})

test('a correction names what it replaces, where, and who made it', async () => {
  await correctTranscript(viewer, newPlace(), draft('cooper netties', 'Kubernetes'))
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
  const place = newPlace()
  await correctTranscript(viewer, place, draft('night', 'light'))
  await expect(correctTranscript(stranger, newPlace(), draft('use', 'lose'))).rejects.toEqual(
    code('interview_not_found'),
  )
  await expect(withdrawCorrection(stranger, place)).rejects.toEqual(code('interview_not_found'))
  expect(await listCorrections(stranger, interviewId)).toEqual([])

  const own = await givenInterview({ teamId: 'team_b' })
  await withdrawCorrection(stranger, { ...place, interviewId: own.id })
  expect(await shown()).toEqual(['light'])
})

test('what Postgres could not store has no corrections', async () => {
  expect(await listCorrections(viewer, 'a\0b')).toEqual([])
})

test('words that are corrected back to what the transcript says are corrected no longer', async () => {
  const place = newPlace()
  await correctTranscript(viewer, place, draft('cooper', 'Cuba'))
  await correctTranscript(viewer, newPlace(), draft('night', 'light'))
  await correctTranscript(viewer, newPlace(), draft('cooper netties', 'cooper netties'))
  expect(await shown()).toEqual(['light'])
})

test('what the transcript does not say there is not corrected', async () => {
  const wrong = { ...draft('cooper', 'Cuba'), from: 0, to: 6 }
  await expect(correctTranscript(viewer, newPlace(), wrong)).rejects.toEqual(code('correction_outdated'))
  const nowhere = { ...draft('cooper', 'Cuba'), segment: 9 }
  await expect(correctTranscript(viewer, newPlace(), nowhere)).rejects.toEqual(code('correction_outdated'))
})

test('a correction takes the place of those that it overlaps, also when many come at once', async () => {
  await correctTranscript(viewer, newPlace(), draft('cooper', 'Cuba'))
  await correctTranscript(viewer, newPlace(), draft('night', 'light'))
  await correctTranscript(viewer, newPlace(), draft('cooper netties', 'Kubernetes'))
  expect(await shown()).toEqual(['Kubernetes', 'light'])

  const many = ['a', 'b', 'c', 'd', 'e'].map((letter) =>
    correctTranscript(viewer, newPlace(), draft('netties', letter)),
  )
  await Promise.all(many)
  expect(await shown()).toHaveLength(2)
})

test('the same correction sent twice is one, and its newer words count', async () => {
  const place = newPlace()
  await correctTranscript(viewer, place, draft('night', 'knight'))
  await correctTranscript(viewer, place, draft('night', 'light'))
  expect(await shown()).toEqual(['light'])
})

test('a withdrawn correction is gone, once and for all', async () => {
  const place = newPlace()
  await correctTranscript(viewer, place, draft('night', 'light'))
  await withdrawCorrection(viewer, place)
  await withdrawCorrection(viewer, place)
  expect(await shown()).toEqual([])
})
