import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RequestFailed } from '../fetch-json'
import { givenStorage, turns } from '../notes/testing/outbox'
import type { Wish } from './kept-vote'
import { VoteServer, wish, type Network } from './testing/vote-server'
import { UNDO_VOTE_MS } from './vote-outbox'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const [hire, noHire] = [wish('hire'), wish('no_hire')]

function givenTab() {
  const server = new VoteServer()
  const storage = givenStorage()
  return { server, storage, ...server.openTab(storage) }
}

test('a vote is sent at once, waits no longer, and stands', async () => {
  const { server, outbox } = givenTab()
  outbox.put('i1', hire, null)
  expect(outbox.state.waiting).toMatchObject([{ interviewId: 'i1', wish: hire }])
  await turns()
  expect([outbox.state.waiting, server.mine()?.vote]).toEqual([[], 'hire'])
})

test('what nobody answers is kept, also by the next page, and sent once', async () => {
  const { server, storage, outbox } = givenTab()
  server.network = 'loses the request'
  outbox.put('i1', hire, null)
  await turns()
  expect(server.mine()).toBeNull()

  server.network = 'works'
  const later = server.openTab(storage)
  expect(later.outbox.state.waiting).toMatchObject([{ wish: hire, conflict: null, problem: null }])
  await Promise.all([later.outbox.flush(), outbox.flush()])
  expect([server.versions, outbox.state.waiting, later.outbox.state.waiting]).toEqual([['i1 hire'], [], []])
})

test('a vote whose answer was lost is not cast twice', async () => {
  const { server, outbox } = givenTab()
  server.network = 'loses the answer'
  outbox.put('i1', hire, null)
  await turns()
  server.network = 'works'
  await outbox.flush()
  expect([server.versions, outbox.state.waiting]).toEqual([['i1 hire'], []])
})

test('of two votes one after another the second stands, also where the first is on its way', async () => {
  const { server, outbox } = givenTab()
  outbox.put('i1', hire, null)
  outbox.put('i1', noHire, null)
  await turns()
  expect([server.mine()?.vote, outbox.state.waiting]).toEqual(['no_hire', []])
})

test('what is wanted while the vote before is on its way stands in the end: another vote, the one before, or none', async () => {
  for (const before of [null, hire]) {
    for (const then of ['undo', noHire, before]) {
      const { server, outbox } = givenTab()
      const stands = before && server.write({ interviewId: 'i1', wish: before, replaces: null }).mine
      server.network = 'keeps the answer'
      outbox.put('i1', wish('strong_hire'), stands)
      await turns()
      if (then === 'undo') outbox.undo()
      else outbox.put('i1', then as Wish, stands)
      server.network = 'works'
      server.deliver()
      await turns()
      const wanted = then === 'undo' ? before : (then as Wish)
      expect([server.mine()?.vote, outbox.state.waiting]).toEqual([wanted?.vote, []])
    }
  }
})

test('undo of what was said in a conflict brings back what stood elsewhere, and not what nobody accepted', async () => {
  const { server, outbox } = givenTab()
  server.write({ interviewId: 'i1', wish: wish('no_hire', 'Late twice'), replaces: null })
  outbox.put('i1', wish('strong_hire'), null)
  await turns()
  outbox.put('i1', wish('strong_no_hire'), null)
  await turns()
  outbox.undo()
  await turns()
  expect(server.mine()).toMatchObject({ vote: 'no_hire', reason: 'Late twice' })
})

test('what was cast elsewhere meanwhile is not overwritten: whoever votes says which is to stand', async () => {
  for (const insists of [true, false]) {
    const { server, outbox } = givenTab()
    server.network = 'loses the request'
    outbox.put('i1', hire, null)
    await turns()
    const { mine } = server.write({ interviewId: 'i1', wish: noHire, replaces: null })
    server.network = 'works'
    await outbox.flush()
    expect(server.mine()).toEqual(mine)
    expect(outbox.state.waiting).toMatchObject([{ wish: hire, conflict: { stands: mine } }])

    if (insists) outbox.insist('i1')
    else outbox.discard('i1')
    await turns()
    expect([server.mine()?.vote, outbox.state.waiting]).toEqual([insists ? 'hire' : 'no_hire', []])
  }
})

test('in a conflict the same vote again insists, another one takes the place of both, and undo leaves what stands', async () => {
  const outcomes = { again: hire, another: wish('strong_hire'), undo: noHire }
  for (const [what, then] of Object.entries(outcomes)) {
    const { server, outbox } = givenTab()
    server.write({ interviewId: 'i1', wish: noHire, replaces: null })
    outbox.put('i1', hire, null)
    await turns()
    expect(outbox.state.waiting).toMatchObject([{ conflict: {} }])
    if (what === 'undo') outbox.undo()
    else outbox.put('i1', then, null)
    await turns()
    expect([server.mine()?.vote, outbox.state.waiting], what).toEqual([then?.vote, []])
  }
})

test('in a conflict nothing is sent until whoever votes has said which is to stand', async () => {
  const { server, outbox } = givenTab()
  server.write({ interviewId: 'i1', wish: noHire, replaces: null })
  outbox.put('i1', hire, null)
  await turns()
  const { requests } = server
  await outbox.flush()
  expect([server.requests, server.mine()?.vote]).toEqual([requests, 'no_hire'])
})

test('what another tab has cast meanwhile as it is wanted here is no conflict', async () => {
  const { server, outbox } = givenTab()
  server.refuses = new RequestFailed('Your vote was changed meanwhile.', 'vote_changed', 'x')
  server.onRefused = () => {
    server.refuses = null
    server.write({ interviewId: 'i1', wish: hire, replaces: null })
  }
  outbox.put('i1', hire, null)
  await turns()
  expect([server.versions, outbox.state.waiting]).toEqual([['i1 hire'], []])
})

test('of two tabs that vote at once the later one stands, and nobody is asked', async () => {
  const { server, storage, outbox } = givenTab()
  const other = server.openTab(storage)
  outbox.put('i1', hire, null)
  other.outbox.refresh()
  other.outbox.put('i1', noHire, null)
  await turns()
  other.outbox.refresh()
  await other.outbox.flush()
  expect([server.mine()?.vote, other.outbox.state.waiting]).toEqual(['no_hire', []])
})

test('undo brings back what was there before, with its reason, and nothing where nothing was', async () => {
  for (const before of [null, wish('no_hire', 'Too short')]) {
    const { server, outbox } = givenTab()
    const stands = before && server.write({ interviewId: 'i1', wish: before, replaces: null }).mine
    outbox.put('i1', hire, stands)
    await turns()
    expect(server.mine()?.vote).toBe('hire')
    outbox.undo()
    await turns()
    expect(server.mine()?.reason ?? null).toBe(before?.reason ?? null)
    expect([server.mine()?.vote, outbox.state.undoable]).toEqual([before?.vote, null])
  }
})

test('what is undone stands again as it was cast, whether it was changed or withdrawn, and whatever the network did', async () => {
  for (const change of [noHire, wish('hire', 'Calm'), null])
    for (const network of ['works', 'loses the answer', 'loses the request'] satisfies Network[]) {
      const { server, storage, outbox } = givenTab()
      const { mine: blind } = server.write({ interviewId: 'i1', wish: hire, replaces: null })
      server.network = network
      outbox.put('i1', change, blind)
      await turns()
      outbox.undo()
      await turns()
      server.network = 'works'
      await server.openTab(storage).outbox.flush()
      expect(server.mine(), network).toEqual(blind)
    }
})

test('a vote that was on its way when it was changed is known by then, and stands again as it was cast', async () => {
  const { server, outbox } = givenTab()
  outbox.put('i1', hire, null)
  outbox.put('i1', noHire, null)
  await turns()
  expect(server.mine()).toMatchObject({ vote: 'no_hire', cast: 'revealed' })
  outbox.undo()
  await turns()
  expect(server.mine()).toMatchObject({ vote: 'hire', cast: 'blind' })
})

test('a vote that was never sent is undone without a word to the server; one that may have arrived is taken back there', async () => {
  for (const network of ['loses the request', 'loses the answer'] satisfies Network[]) {
    const { server, outbox } = givenTab()
    server.network = network
    outbox.put('i1', hire, null)
    await turns()
    outbox.undo()
    await turns()
    server.network = 'works'
    await outbox.flush()
    expect([server.mine(), outbox.state.waiting], network).toEqual([null, []])
  }
})

test('a vote can be undone for ten seconds', () => {
  const { outbox } = givenTab()
  outbox.put('i1', hire, null)
  vi.advanceTimersByTime(UNDO_VOTE_MS - 1)
  expect(outbox.state.undoable).toMatchObject({ interviewId: 'i1', wish: hire, before: null })
  vi.advanceTimersByTime(1)
  expect(outbox.state.undoable).toBeNull()
})

test('what another tab has sent, or given up, is asked for here', async () => {
  for (const isSent of [true, false]) {
    const { server, storage, outbox, gone } = givenTab()
    server.network = 'loses the request'
    outbox.put('i1', hire, null)
    await turns()
    const other = server.openTab(storage)
    outbox.refresh()
    expect(gone).toEqual([])
    server.network = 'works'
    if (isSent) await other.outbox.flush()
    else other.outbox.discard('i1')
    outbox.refresh()
    expect([gone, outbox.state.waiting]).toEqual([['i1'], []])
  }
})

test('what is refused says why and is tried again when that is wanted; of an interview that is gone it says so', async () => {
  const server = new VoteServer()
  const storage = givenStorage()
  const { outbox } = server.openTab(storage)
  server.refuses = new RequestFailed('A reason has at most 2,000 characters.', 'invalid_input', 'x')
  outbox.put('i1', hire, null)
  await turns()
  expect(outbox.state.waiting).toMatchObject([{ problem: server.refuses.message, orphaned: false }])
  server.refuses = new RequestFailed('There is no such interview.', 'interview_not_found', 'x')
  outbox.retry('i1')
  await turns()
  expect(outbox.state.waiting).toMatchObject([{ orphaned: true }])
  server.refuses = null
  outbox.retry('i1')
  await turns()
  expect([server.mine()?.vote, outbox.state.waiting]).toEqual(['hire', []])
})

test.each(['another_member', 'not_signed_in'])('who is refused as %s waits for their author', async (code) => {
  const { server, outbox } = givenTab()
  server.refuses = new RequestFailed('Somebody else is signed in.', code, 'x')
  outbox.put('i1', hire, null)
  await turns()
  expect(outbox.state.waiting).toMatchObject([{ problem: null, signedOut: code === 'not_signed_in' }])
  server.refuses = null
  await outbox.flush()
  expect(server.mine()?.vote).toBe('hire')
})
