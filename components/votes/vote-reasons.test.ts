import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { givenStorage, turns } from '../notes/testing/outbox'
import { VoteServer, wish } from './testing/vote-server'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('a vote says nothing of a reason from elsewhere, which stays; of two reasons its author says which is to stand', async () => {
  for (const [reason, keeps] of [
    [null, 'Calm'],
    ['Loud', 'Calm'],
    ['Loud', 'Loud'],
  ] as const) {
    const server = new VoteServer()
    const { outbox } = server.openTab(givenStorage())
    server.write({ interviewId: 'i1', wish: wish('hire', 'Calm'), replaces: null })
    outbox.put('i1', wish('hire', reason), null)
    await turns()
    expect(server.mine()?.reason).toBe('Calm')
    if (reason !== null) {
      expect(outbox.state.waiting).toMatchObject([{ conflict: { stands: { reason: 'Calm' } } }])
      if (keeps === reason) outbox.insist('i1')
      else outbox.discard('i1')
      await turns()
    }
    expect([server.mine()?.reason, outbox.state.waiting]).toEqual([keeps, []])
  }
})

test('a reason that was given, changed or taken away while its answer is lost is as it was wanted last', async () => {
  for (const [first, last] of [
    [null, 'Calm'],
    ['Calm', 'Loud'],
    ['Calm', null],
  ] as const) {
    const server = new VoteServer()
    const { outbox } = server.openTab(givenStorage())
    server.network = 'loses the answer'
    outbox.put('i1', wish('hire', first), null)
    await turns()
    server.network = 'works'
    outbox.put('i1', wish('hire', last), null)
    await outbox.flush()
    expect([server.mine()?.reason, outbox.state.waiting]).toEqual([last, []])
  }
})
