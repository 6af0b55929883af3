import { beforeEach, expect, test } from 'vitest'
import type { StandingStatus, Status } from '@/lib/interviews/status'
import { deferred } from '@/lib/jobs/testing/deferred'
import type { StatusOutcome } from '@/lib/status/outcome'
import { RequestFailed } from '../fetch-json'
import { Kept } from '../kept'
import { givenStorage } from '../notes/testing/outbox'
import { shownStatus } from './shown-status'
import { StatusOutbox } from './status-outbox'
import type { ChosenStatus, UnsentStatus } from './unsent-status'

const ADA = { id: 'ada', email: 'ada@example.com', name: 'Ada' }
const MARA = { id: 'mara', email: 'mara@example.com', name: 'Mara' }
const NEW: StandingStatus = { status: 'new', reason: null, by: null, at: null, version: null }
const OFFLINE = new RequestFailed('Nobody answers.', 'offline', null)
const FORBIDDEN = new RequestFailed('Your role does not allow that.', 'forbidden', 'id')
const AT = '2026-11-26T12:00:00.000Z'

/** As the server would: what stands of each interview, and every version there was. */
let standing: Map<string, StandingStatus>
let former: Map<string, StandingStatus>
let sent: UnsentStatus[][]
let failure: RequestFailed | null
let losesAnswers: boolean
let before: () => Promise<void>
let beforeUndo: () => Promise<void>
let kept: Kept

beforeEach(() => {
  standing = new Map()
  former = new Map()
  sent = []
  failure = null
  losesAnswers = false
  before = async () => {}
  beforeUndo = async () => {}
  kept = new Kept(givenStorage())
})

const standsOf = (id: string) => standing.get(id) ?? NEW
function colleagueSets(id: string, status: Status) {
  standing.set(id, { status, reason: null, by: MARA, at: AT, version: `mara ${status}` })
}
async function send(chosen: UnsentStatus[]): Promise<StatusOutcome[]> {
  await before()
  if (failure) throw failure
  sent.push(chosen)
  const answer = answerTo(chosen)
  if (losesAnswers) throw OFFLINE
  return answer
}
function answerTo(chosen: UnsentStatus[]): StatusOutcome[] {
  return chosen.map(({ interviewId: id, status, reason, replaces }) => {
    const now = standsOf(id)
    const isSame = now.by === ADA && now.status === status && now.reason === reason
    if (isSame) return { id, is: 'set', now }
    if (id === 'gone') return { id, is: 'refused', code: 'interview_not_found', now: null }
    if (now.version !== replaces) return { id, is: 'refused', code: 'status_changed', now }
    const version = `${id} ${former.size}`
    former.set(version, now)
    const set = { status, reason, by: ADA, at: AT, version }
    standing.set(id, set)
    return { id, is: 'set', now: set }
  })
}
async function takeBack(versions: string[]): Promise<StatusOutcome[]> {
  await beforeUndo()
  if (failure) throw failure
  return [...standing].flatMap(([id, now]): StatusOutcome[] => {
    const version = versions.find((one) => one.startsWith(id))
    if (version === undefined) return []
    if (now.version !== version) return [{ id, is: 'refused', code: 'status_changed', now }]
    const back = former.get(version) ?? NEW
    standing.set(id, back)
    return [{ id, is: 'set', now: back }]
  })
}
const open = () => new StatusOutbox({ key: 'status ada', kept, send, takeBack, onSettled: () => {} })
const chosen = (interviewId: string, status: Status = 'shortlisted', replaces: string | null = null): ChosenStatus => {
  return { interviewId, called: interviewId, status, reason: null, replaces }
}
const row = (id: string, { status, by, at, version }: StandingStatus = NEW) => {
  return { id, status, statusSet: by && { by, at, version } }
}
const words = (outbox: StatusOutbox, ...ids: string[]) => ids.map((id) => shownStatus(outbox, row(id)).status)

test('what is chosen is shown before the server has it, and goes in one request', async () => {
  const outbox = open()
  outbox.choose([chosen('one'), chosen('two')])
  expect(words(outbox, 'one', 'two', 'three')).toEqual(['shortlisted', 'shortlisted', 'new'])
  expect(shownStatus(outbox, row('one')).isUnsent).toBe(true)
  await outbox.flush()
  expect(sent.map((request) => request.length)).toEqual([2])
  expect(shownStatus(outbox, row('one'))).toMatchObject({ status: 'shortlisted', isUnsent: false })
  expect(outbox.news()).toMatchObject({ last: { status: 'shortlisted', called: 'one', count: 2 }, problem: null })
})

test('while nobody answers it is kept, on the next page too, and sent once somebody does', async () => {
  failure = OFFLINE
  open().choose([chosen('one')])
  const next = open()
  await next.flush()
  expect(shownStatus(next, row('one'))).toMatchObject({ status: 'shortlisted', isUnsent: true })
  expect(next.news().problem).toBeNull()
  failure = null
  await next.flush()
  expect(standsOf('one').status).toBe('shortlisted')
  expect(shownStatus(open(), row('one')).isUnsent).toBe(false)
})

test('where a colleague was faster theirs is shown, and who insists replaces that and nothing else', async () => {
  const outbox = open()
  colleagueSets('one', 'declined')
  outbox.choose([chosen('one'), chosen('two')])
  await outbox.flush()
  expect(words(outbox, 'one', 'two')).toEqual(['declined', 'shortlisted'])
  expect(outbox.news()).toMatchObject({
    last: null,
    conflicts: [{ chosen: { interviewId: 'one' }, now: { by: MARA } }],
  })
  outbox.insist()
  await outbox.flush()
  expect(standsOf('one')).toMatchObject({ status: 'shortlisted', by: ADA })
  expect(outbox.news()).toMatchObject({ last: { count: 1 }, conflicts: [] })
})

test('what both tabs send once somebody answers again is no conflict in either, and can be undone where it was chosen', async () => {
  const [outbox, other] = [open(), open()]
  failure = OFFLINE
  outbox.choose([chosen('one'), chosen('two')])
  await outbox.flush()
  other.refresh()
  failure = null
  await Promise.all([outbox.flush(), other.flush()])
  expect(sent).toHaveLength(2)
  expect(other.news()).toEqual({ last: null, conflicts: [], problem: null })
  expect(outbox.news()).toMatchObject({ last: { count: 2 }, conflicts: [] })
  await outbox.undo()
  expect([standsOf('one').status, standsOf('two').status]).toEqual(['new', 'new'])
})

test('what is sent again because its answer was lost can be undone', async () => {
  const outbox = open()
  losesAnswers = true
  outbox.choose([chosen('one')])
  await outbox.flush()
  expect(shownStatus(outbox, row('one')).isUnsent).toBe(true)
  losesAnswers = false
  await outbox.flush()
  expect(outbox.news()).toMatchObject({ last: { called: 'one' }, conflicts: [] })
  await outbox.undo()
  expect(standsOf('one')).toBe(NEW)
})

test('what the server refuses is rolled back with its reason', async () => {
  const outbox = open()
  failure = FORBIDDEN
  outbox.choose([chosen('one')])
  await outbox.flush()
  expect(words(outbox, 'one')).toEqual(['new'])
  expect(outbox.news()).toMatchObject({ last: null, problem: 'Not changed: Your role does not allow that.' })
  failure = null
  outbox.choose([chosen('gone')])
  await outbox.flush()
  expect(outbox.news().problem).toContain('gone was not changed')
  expect(shownStatus(outbox, row('gone')).isUnsent).toBe(false)
})

test('undone before it was sent it is never sent; afterwards what stood before stands again', async () => {
  const outbox = open()
  failure = OFFLINE
  outbox.choose([chosen('one')])
  await outbox.undo()
  failure = null
  await outbox.flush()
  expect([sent, words(outbox, 'one')]).toEqual([[], ['new']])

  colleagueSets('two', 'on_hold')
  outbox.choose([chosen('two', 'declined', 'mara on_hold'), chosen('three', 'declined')])
  await outbox.flush()
  await outbox.undo()
  expect(standsOf('two')).toMatchObject({ status: 'on_hold', by: MARA })
  expect(shownStatus(outbox, row('two', standsOf('two'))).status).toBe('on_hold')
  expect(words(outbox, 'three')).toEqual(['new'])
  expect(outbox.news()).toEqual({ last: null, conflicts: [], problem: null })
})

test('undoing waits for what is on its way, and leaves what a colleague has set meanwhile', async () => {
  const outbox = open()
  const underWay = deferred()
  before = () => underWay.promise
  outbox.choose([chosen('one'), chosen('two')])
  const undone = outbox.undo()
  beforeUndo = async () => colleagueSets('two', 'advanced')
  underWay.resolve()
  await undone
  expect([standsOf('one').status, standsOf('two').status]).toEqual(['new', 'advanced'])
  expect(outbox.news().problem).toContain('1 stayed')
})

test('what could not be undone says so, and can be undone once somebody answers', async () => {
  const outbox = open()
  outbox.choose([chosen('one'), chosen('two')])
  await outbox.flush()
  failure = OFFLINE
  await outbox.undo()
  const last = { status: 'shortlisted', called: 'one', count: 2 }
  expect(outbox.news()).toEqual({ last, conflicts: [], problem: 'Not undone. Nobody answers.' })
  expect(words(outbox, 'one', 'two')).toEqual(['shortlisted', 'shortlisted'])
  failure = null
  await outbox.undo()
  expect(words(outbox, 'one', 'two')).toEqual(['new', 'new'])
  expect(outbox.news()).toEqual({ last: null, conflicts: [], problem: null })
})

test('what was chosen while an undoing failed is what can be undone', async () => {
  const outbox = open()
  outbox.choose([chosen('one')])
  await outbox.flush()
  const underWay = deferred()
  beforeUndo = async () => {
    await underWay.promise
    throw OFFLINE
  }
  const undone = outbox.undo()
  outbox.choose([chosen('two', 'on_hold')])
  underWay.resolve()
  await undone
  expect(outbox.news()).toMatchObject({ last: { called: 'two' }, problem: 'Not undone. Nobody answers.' })
  beforeUndo = async () => {}
  await outbox.undo()
  expect([standsOf('one').status, standsOf('two').status]).toEqual(['shortlisted', 'new'])
})

test('what is chosen while another is on its way replaces it, and is no conflict', async () => {
  const outbox = open()
  const underWay = deferred()
  before = () => underWay.promise
  outbox.choose([chosen('one')])
  outbox.choose([chosen('one', 'on_hold')])
  underWay.resolve()
  await outbox.flush()
  expect(standsOf('one').status).toBe('on_hold')
  expect(outbox.news().conflicts).toEqual([])
})

test('a row that was read before a change shows the change, one that was read after a later one shows itself', async () => {
  const outbox = open()
  outbox.choose([chosen('one')])
  await outbox.flush()
  const mine = standsOf('one')
  expect(shownStatus(outbox, row('one', mine)).version).toBe(mine.version)
  colleagueSets('one', 'advanced')
  expect(shownStatus(outbox, row('one', standsOf('one'))).status).toBe('advanced')
})

test('what is kept and is none of ours is never sent', async () => {
  kept.keep('status ada one', '{"status":"rejected"}')
  kept.keep('status ada two', 'no JSON')
  kept.keep('status adam three', JSON.stringify({ ...chosen('three'), writtenAt: AT, version: 'x' }))
  await open().flush()
  expect(sent).toEqual([])
})
