// A status whose answer was lost: it is sent again, or taken back by what its sender called it.
import { beforeEach, expect, test } from 'vitest'
import type { May } from '../auth/viewer'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { setStatuses, takeBackStatuses } from './commands'
import { statusesDraft } from './draft'
import { findStatus } from './queries'

const NEW = { status: 'new', reason: null, by: null, at: null, version: null }
const SHORTLISTED = { status: 'shortlisted', reason: null } as const

let ada: May<'status.set'>
let mara: May<'status.set'>
let id: InterviewId
let version: string
beforeEach(async () => {
  ada = whoMay(await givenViewer(), 'status.set')
  mara = whoMay(await givenViewer({ role: 'admin' }), 'status.set')
  id = (await givenInterview()).id
  version = crypto.randomUUID()
})

const send = (viewer = ada, of = { id, replaces: null as string | null, version }) =>
  setStatuses(viewer, [of], SHORTLISTED)
const countVersions = async () => (await findStatus(ada, id)).versions.length

test('a version is called as its sender calls it, however often it is sent', async () => {
  expect(await send()).toMatchObject([{ is: 'set', now: { status: 'shortlisted', version } }])
  expect(await send()).toMatchObject([{ is: 'set', now: { version } }])
  expect(await countVersions()).toBe(1)
})

test('what never arrived is taken back without a word, and what arrived is, once', async () => {
  expect(await takeBackStatuses(ada, [version])).toEqual([])
  await send()
  for (let turn = 0; turn < 2; turn++)
    expect(await takeBackStatuses(ada, [version])).toEqual([{ id, is: 'set', now: NEW }])
})

test('what was taken back does not stand again because it is sent again', async () => {
  await send()
  await takeBackStatuses(ada, [version])
  expect(await send()).toEqual([{ id, is: 'set', now: NEW }])
  expect(await findStatus(ada, id)).toMatchObject({ ...NEW, versions: [{ version }] })
})

test('nor does it take the place of what a colleague has set since', async () => {
  await send()
  await setStatuses(mara, [{ id }], { status: 'on_hold', reason: null })
  const theirs = { status: 'on_hold', by: { id: mara.memberId } }
  expect(await send()).toMatchObject([{ is: 'refused', code: 'status_changed', now: theirs }])
  expect(await takeBackStatuses(ada, [version])).toMatchObject([{ is: 'refused', now: theirs }])
})

test('a name that is another’s, or of another interview, is not taken from there', async () => {
  await send()
  const other = (await givenInterview()).id
  const another = (await givenInterview()).id
  for (const [viewer, interview] of [[ada, other] as const, [mara, another] as const]) {
    const [outcome] = await send(viewer, { id: interview, replaces: null, version })
    expect(outcome).toMatchObject({ is: 'set', now: { status: 'shortlisted', by: { id: viewer.memberId } } })
    expect(outcome?.now?.version).not.toBe(version)
  }
  expect(await findStatus(ada, id)).toMatchObject({ version, by: { id: ada.memberId } })
})

test('one name for two interviews of a request is refused, however it is written', () => {
  const interviews = [
    { id: 'one', version },
    { id: 'two', version: version.toUpperCase() },
  ]
  expect(statusesDraft.safeParse({ ...SHORTLISTED, interviews }).error?.issues[0]?.message).toContain('of its own')
  expect(statusesDraft.safeParse({ ...SHORTLISTED, interviews: interviews.slice(0, 1) }).success).toBe(true)
})
