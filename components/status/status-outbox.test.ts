import { beforeEach, expect, test } from 'vitest'
import { deferred } from '@/lib/jobs/testing/deferred'
import { RequestFailed } from '../fetch-json'
import { shownStatus } from './shown-status'
import { ADA, AT, chosen, MARA, NEW, OFFLINE, row, StatusServer, words } from './testing/status-server'

const FORBIDDEN = new RequestFailed('Your role does not allow that.', 'forbidden', 'id')

let server: StatusServer
beforeEach(() => {
  server = new StatusServer()
})

test('what is chosen is shown before the server has it, and goes in one request', async () => {
  const outbox = server.open()
  outbox.choose([chosen('one'), chosen('two')])
  expect(words(outbox, 'one', 'two', 'three')).toEqual(['shortlisted', 'shortlisted', 'new'])
  expect(shownStatus(outbox, row('one')).isUnsent).toBe(true)
  await outbox.flush()
  expect(server.sent.map((request) => request.length)).toEqual([2])
  expect(shownStatus(outbox, row('one'))).toMatchObject({ status: 'shortlisted', isUnsent: false })
  expect(outbox.news()).toMatchObject({ last: { status: 'shortlisted', called: 'one', count: 2 }, problem: null })
})

test('while nobody answers it is kept, on the next page too, and sent once somebody does', async () => {
  server.failure = OFFLINE
  server.open().choose([chosen('one')])
  const next = server.open()
  await next.flush()
  expect(shownStatus(next, row('one'))).toMatchObject({ status: 'shortlisted', isUnsent: true })
  expect(next.news().problem).toBeNull()
  server.failure = null
  await next.flush()
  expect(server.standsOf('one').status).toBe('shortlisted')
  expect(shownStatus(server.open(), row('one')).isUnsent).toBe(false)
})

test('where a colleague was faster theirs is shown, and who insists replaces that and nothing else', async () => {
  const outbox = server.open()
  server.colleagueSets('one', 'declined')
  outbox.choose([chosen('one'), chosen('two')])
  await outbox.flush()
  expect(words(outbox, 'one', 'two')).toEqual(['declined', 'shortlisted'])
  expect(outbox.news()).toMatchObject({
    last: { called: 'two', count: 1 },
    conflicts: [{ chosen: { interviewId: 'one' }, now: { by: MARA } }],
  })
  outbox.insist()
  await outbox.flush()
  expect(server.standsOf('one')).toMatchObject({ status: 'shortlisted', by: ADA })
  expect(outbox.news()).toMatchObject({ last: { count: 2 }, conflicts: [] })
})

test('what both tabs send once somebody answers again is no conflict in either, and can be undone where it was chosen', async () => {
  const [outbox, other] = [server.open(), server.open()]
  server.failure = OFFLINE
  outbox.choose([chosen('one'), chosen('two')])
  await outbox.flush()
  other.refresh()
  server.failure = null
  await Promise.all([outbox.flush(), other.flush()])
  expect(server.sent).toHaveLength(2)
  expect(other.news()).toEqual({ last: null, conflicts: [], problem: null })
  expect(outbox.news()).toMatchObject({ last: { count: 2 }, conflicts: [] })
  await outbox.undo()
  expect([server.standsOf('one').status, server.standsOf('two').status]).toEqual(['new', 'new'])
})

test('what is sent again because its answer was lost can be undone', async () => {
  const outbox = server.open()
  server.losesAnswers = true
  outbox.choose([chosen('one')])
  await outbox.flush()
  expect(shownStatus(outbox, row('one')).isUnsent).toBe(true)
  server.losesAnswers = false
  await outbox.flush()
  expect(outbox.news()).toMatchObject({ last: { called: 'one' }, conflicts: [] })
  await outbox.undo()
  expect(server.standsOf('one')).toBe(NEW)
})

test('what the server refuses is rolled back with its reason', async () => {
  const outbox = server.open()
  server.failure = FORBIDDEN
  outbox.choose([chosen('one')])
  await outbox.flush()
  expect(words(outbox, 'one')).toEqual(['new'])
  expect(outbox.news()).toMatchObject({ last: null, problem: 'Not changed: Your role does not allow that.' })
  server.failure = null
  outbox.choose([chosen('gone')])
  await outbox.flush()
  expect(outbox.news().problem).toContain('gone was not changed')
  expect(shownStatus(outbox, row('gone')).isUnsent).toBe(false)
})

test('what is chosen while another is on its way replaces it, and is no conflict', async () => {
  const outbox = server.open()
  const underWay = deferred()
  server.before = () => underWay.promise
  outbox.choose([chosen('one')])
  outbox.choose([chosen('one', 'on_hold')])
  underWay.resolve()
  await outbox.flush()
  expect(server.standsOf('one').status).toBe('on_hold')
  expect(outbox.news().conflicts).toEqual([])
})

test('a row that was read before a change shows the change, one that was read after a later one shows itself', async () => {
  const outbox = server.open()
  outbox.choose([chosen('one')])
  await outbox.flush()
  const mine = server.standsOf('one')
  expect(shownStatus(outbox, row('one', mine)).version).toBe(mine.version)
  server.colleagueSets('one', 'advanced')
  expect(shownStatus(outbox, row('one', server.standsOf('one'))).status).toBe('advanced')
})

test('what is kept and is none of ours is never sent', async () => {
  server.kept.keep('status ada one', '{"status":"rejected"}')
  server.kept.keep('status ada two', 'no JSON')
  server.kept.keep('status adam three', JSON.stringify({ ...chosen('three'), writtenAt: AT, version: 'x' }))
  await server.open().flush()
  expect(server.sent).toEqual([])
})
