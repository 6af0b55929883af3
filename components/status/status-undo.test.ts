import { beforeEach, expect, test } from 'vitest'
import { deferred } from '@/lib/jobs/testing/deferred'
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

test('what could not be undone says so, and can be undone once somebody answers', async () => {
  const outbox = server.open()
  outbox.choose([chosen('one'), chosen('two')])
  await outbox.flush()
  server.failure = OFFLINE
  await outbox.undo()
  const last = { status: 'shortlisted', called: 'one', count: 2 }
  expect(outbox.news()).toEqual({ last, conflicts: [], problem: 'Not undone. Nobody answers.' })
  expect(words(outbox, 'one', 'two')).toEqual(['shortlisted', 'shortlisted'])
  server.failure = null
  await outbox.undo()
  expect(words(outbox, 'one', 'two')).toEqual(['new', 'new'])
  expect(outbox.news()).toEqual({ last: null, conflicts: [], problem: null })
})

test('what was chosen while an undoing failed is what can be undone', async () => {
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
  expect(outbox.news()).toMatchObject({ last: { called: 'two' }, problem: 'Not undone. Nobody answers.' })
  server.beforeUndo = async () => {}
  await outbox.undo()
  expect([server.standsOf('one').status, server.standsOf('two').status]).toEqual(['shortlisted', 'new'])
})
