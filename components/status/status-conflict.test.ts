import { beforeEach, expect, test } from 'vitest'
import type { StatusOutbox } from './status-outbox'
import { chosen, MARA, OFFLINE, StatusServer } from './testing/status-server'

const IDS = Array.from({ length: 200 }, (_, index) => `i${index}`)

let server: StatusServer
let outbox: StatusOutbox
beforeEach(() => {
  server = new StatusServer()
  outbox = server.open()
})

const countOf = (status: string) => IDS.filter((id) => server.standsOf(id).status === status).length

/** Two hundred are declined, of whom a colleague has set these meanwhile. */
async function declineAll(changed: string[]) {
  for (const id of changed) server.colleagueSets(id, 'advanced')
  outbox.choose(IDS.map((id) => chosen(id, 'declined')))
  await outbox.flush()
}

test('of many those that a colleague was faster with are asked about, and the others can be undone', async () => {
  for (const answer of ['leave', 'undo first'] as const) {
    server = new StatusServer()
    outbox = server.open()
    await declineAll(['i0', 'i7'])
    expect(outbox.news()).toMatchObject({ last: { status: 'declined', called: 'i1', count: 198 }, problem: null })
    expect(outbox.news().conflicts.map(({ chosen: { called }, now }) => [called, now.by])).toEqual([
      ['i0', MARA],
      ['i7', MARA],
    ])
    if (answer === 'leave') {
      outbox.leave()
      expect(outbox.news()).toMatchObject({ last: { count: 198 }, conflicts: [] })
    }
    await outbox.undo()
    expect([countOf('new'), countOf('advanced')]).toEqual([198, 2])
    // What was asked is asked until it is answered.
    expect(outbox.news()).toMatchObject({ last: null, conflicts: { length: answer === 'leave' ? 0 : 2 } })
  }
})

test('what is insisted on can be undone with the others, and is then as the colleague had set it', async () => {
  await declineAll(['i7'])
  outbox.insist()
  await outbox.flush()
  expect(outbox.news()).toMatchObject({ last: { count: 200 }, conflicts: [] })
  expect(countOf('declined')).toBe(200)
  await outbox.undo()
  expect([countOf('new'), server.standsOf('i7').by]).toEqual([199, MARA])
})

test('where all were faster there is nothing to undo, and what is insisted on then can be', async () => {
  await declineAll(IDS)
  expect(outbox.news()).toMatchObject({ last: null, conflicts: { length: 200 } })
  outbox.insist()
  await outbox.flush()
  await outbox.undo()
  expect(countOf('advanced')).toBe(200)
})

test('a question outlives the time in which a change can be undone, and a newer change, which can be undone too', async () => {
  await declineAll(['i7'])
  outbox.letGo()
  expect(outbox.news()).toMatchObject({ last: null, conflicts: { length: 1 } })
  outbox.choose([chosen('other', 'on_hold')])
  await outbox.flush()
  expect(outbox.news()).toMatchObject({ last: { called: 'other' }, conflicts: { length: 1 } })
  outbox.insist()
  await outbox.flush()
  // Another decision: it is undone by itself.
  await outbox.undo()
  expect([server.standsOf('other').status, server.standsOf('i7').by]).toEqual(['on_hold', MARA])
})

test('who chooses anew for whom they are asked about has answered', async () => {
  await declineAll(['i7', 'i8'])
  outbox.choose([chosen('i7', 'shortlisted', 'mara advanced')])
  await outbox.flush()
  expect(server.standsOf('i7').status).toBe('shortlisted')
  expect(outbox.news().conflicts.map(({ chosen: { called } }) => called)).toEqual(['i8'])
})

test('what is gone is no longer counted among what can be undone', async () => {
  outbox.choose([chosen('gone'), chosen('one'), chosen('two')])
  await outbox.flush()
  expect(outbox.news()).toMatchObject({ last: { called: 'one', count: 2 }, problem: expect.stringContaining('gone') })
  outbox.close()
  expect(outbox.news()).toMatchObject({ last: { count: 2 }, problem: null })
})

test('a colleague’s change is told also where the answer to one’s own was lost, and to nobody who has undone it', async () => {
  for (const undoes of [false, true]) {
    server = new StatusServer()
    outbox = server.open()
    server.losesAnswers = true
    outbox.choose([chosen('one', 'declined')])
    await outbox.flush()
    server.losesAnswers = false
    server.failure = OFFLINE
    if (undoes) await outbox.undo()
    server.failure = null
    server.colleagueSets('one', 'advanced')
    await outbox.flush()
    expect(server.standsOf('one').by).toBe(MARA)
    expect(outbox.news()).toMatchObject(
      undoes
        ? { last: null, conflicts: [], problem: expect.stringContaining('1 stayed') }
        : { last: null, conflicts: [{ now: { by: MARA } }], problem: null },
    )
  }
})
