import { beforeEach, expect, test } from 'vitest'
import type { May } from '../auth/viewer'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import type { Status } from '../interviews/status'
import { setStatus, takeBackStatuses } from './commands'
import { findStatus } from './queries'

let mara: May<'status.set'>
let id: InterviewId
beforeEach(async () => {
  mara = whoMay(await givenViewer(), 'status.set')
  id = (await givenInterview()).id
})

const set = async (status: Status) => (await setStatus(mara, { id }, { status, reason: null })).version ?? ''
const history = async () =>
  (await findStatus(mara, id)).versions.map(({ status, isTakenBack }) =>
    isTakenBack ? `${status} taken back` : status,
  )

test('a status that was taken back says so in the history, and what another took the place of does not', async () => {
  await set('in_review')
  const declined = await set('declined')
  await takeBackStatuses(mara, [declined])
  expect(await history()).toEqual(['declined taken back', 'in_review'])
  await set('shortlisted')
  expect(await history()).toEqual(['shortlisted', 'declined taken back', 'in_review'])
})

test('where the only one was taken back nothing stands', async () => {
  await takeBackStatuses(mara, [await set('declined')])
  expect(await history()).toEqual(['declined taken back'])
  await set('declined')
  expect(await history()).toEqual(['declined', 'declined taken back'])
})

test('several that are taken back one after another all say so', async () => {
  await set('in_review')
  const [held, declined] = [await set('on_hold'), await set('declined')]
  await takeBackStatuses(mara, [declined])
  await takeBackStatuses(mara, [held])
  expect(await history()).toEqual(['declined taken back', 'on_hold taken back', 'in_review'])
})
