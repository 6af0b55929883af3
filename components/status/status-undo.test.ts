import { beforeEach, expect, test } from 'vitest'
import { deferred } from '@/lib/jobs/testing/deferred'
import { RequestFailed } from '../fetch-json'
import { shownStatus } from './shown-status'
import { chosen, MARA, OFFLINE, row, StatusServer, words } from './testing/status-server'

let server: StatusServer
beforeEach(() => {
  server = new StatusServer()
})

test('undone before it was sent it is never sent; afterwards what stood before stands again', async () => {
  const outbox = server.open()
  server.failure = OFFLINE
  outbox.choose([chosen('one')])
  await outbox.undo()
  server.failure = null
  await outbox.flush()
  expect([server.sent, words(outbox, 'one')]).toEqual([[], ['new']])

  server.colleagueSets('two', 'on_hold')
  outbox.choose([chosen('two', 'declined', 'mara on_hold'), chosen('three', 'declined')])
  await outbox.flush()
  await outbox.undo()
  expect(server.standsOf('two')).toMatchObject({ status: 'on_hold', by: MARA })
  expect(shownStatus(outbox, row('two', server.standsOf('two'))).status).toBe('on_hold')
  expect(words(outbox, 'three')).toEqual(['new'])
  expect(outbox.news()).toEqual({ last: null, conflicts: [], problem: null })
})

test('undoing waits for what is on its way, and leaves what a colleague has set meanwhile', async () => {
  const outbox = server.open()
  const underWay = deferred()
  server.before = () => underWay.promise
  outbox.choose([chosen('one'), chosen('two')])
  const undone = outbox.undo()
  server.beforeUndo = async () => server.colleagueSets('two', 'advanced')
  underWay.resolve()
  await undone
  expect([server.standsOf('one').status, server.standsOf('two').status]).toEqual(['new', 'advanced'])
  expect(outbox.news().problem).toContain('1 stayed')
})

test('what is undone while nobody answers is shown at once, kept, on the next page too, and undone once somebody does', async () => {
  const outbox = server.open()
  outbox.choose([chosen('one'), chosen('two')])
  await outbox.flush()
  server.failure = OFFLINE
  await outbox.undo()
  expect(outbox.news()).toEqual({ last: null, conflicts: [], problem: null })
  expect(words(outbox, 'one', 'two')).toEqual(['new', 'new'])
  expect(shownStatus(outbox, row('one', server.standsOf('one'))).isUnsent).toBe(true)
  const next = server.open()
  expect(words(next, 'one', 'two')).toEqual(['new', 'new'])
  server.failure = null
  await next.flush()
  expect([server.standsOf('one').status, server.standsOf('two').status]).toEqual(['new', 'new'])
  outbox.refresh()
  expect(shownStatus(outbox, row('one')).isUnsent).toBe(false)
})

test('what is undone twice, since its answer was lost, is undone once, and no colleague’s change', async () => {
  const outbox = server.open()
  server.colleagueSets('one', 'on_hold')
  outbox.choose([chosen('one', 'declined', 'mara on_hold')])
  await outbox.flush()
  server.losesAnswers = true
  await outbox.undo()
  server.losesAnswers = false
  await outbox.flush()
  expect(server.standsOf('one')).toMatchObject({ status: 'on_hold', by: MARA })
  expect(outbox.news()).toEqual({ last: null, conflicts: [], problem: null })
})

test('what may not be undone says so, and is as it stands', async () => {
  const outbox = server.open()
  outbox.choose([chosen('one')])
  await outbox.flush()
  server.failure = new RequestFailed('Your role does not allow that.', 'forbidden', 'id')
  await outbox.undo()
  expect(outbox.news()).toMatchObject({ last: null, problem: 'Not undone: Your role does not allow that.' })
  expect(words(outbox, 'one')).toEqual(['shortlisted'])
})

test('what is chosen while another is undone is apart from it, and can be undone', async () => {
  const outbox = server.open()
  outbox.choose([chosen('one')])
  await outbox.flush()
  const underWay = deferred()
  server.beforeUndo = async () => {
    await underWay.promise
    throw OFFLINE
  }
  const undone = outbox.undo()
  outbox.choose([chosen('two', 'on_hold')])
  underWay.resolve()
  await undone
  expect(outbox.news()).toMatchObject({ last: { called: 'two' }, problem: null })
  server.beforeUndo = async () => {}
  await outbox.undo()
  expect([server.standsOf('one').status, server.standsOf('two').status]).toEqual(['new', 'new'])
})
