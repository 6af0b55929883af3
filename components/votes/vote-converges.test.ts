import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { VOTES } from '@/lib/interviews/vote'
import type { CastVote } from '@/lib/votes/vote'
import { givenStorage, turns } from '../notes/testing/outbox'
import type { Wish } from './kept-vote'
import { VoteServer, wish, type Network } from './testing/vote-server'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

type Step =
  | { do: 'vote'; tab: number; wish: Wish }
  | { do: 'undo' | 'send' | 'reload'; tab: number }
  | { do: 'network'; is: Network }
  | { do: 'deliver' }

const tab = fc.nat({ max: 1 })
const anyWish = fc.option(
  fc.tuple(fc.constantFrom(...VOTES), fc.constantFrom(null, 'Calm', 'Loud')).map(([vote, why]) => wish(vote, why)),
  { nil: null },
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('vote' as const), tab, wish: anyWish }) },
  fc.record({ do: fc.constantFrom('undo' as const, 'send' as const, 'reload' as const), tab }),
  fc.record({
    do: fc.constant('network' as const),
    is: fc.constantFrom<Network[]>('works', 'loses the request', 'loses the answer', 'keeps the answer'),
  }),
  fc.constant({ do: 'deliver' as const }),
)

test('two tabs of a browser, whatever the network does, come to what was wanted last, and nothing is cast twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const server = new VoteServer()
      const storage = givenStorage()
      // What the page of each tab shows: it hears what its own votes were answered.
      const known: (CastVote | null)[] = [null, null]
      const open = (place: number) =>
        server.openTab(storage, (_, { mine }) => {
          known[place] = mine
        })
      const tabs = [open(0), open(1)]
      let wanted: Wish = null
      let last: object | null = null
      let [used, usedBefore] = [0, 0]
      for (const now of steps) {
        if (now.do === 'network') {
          server.network = now.is
          continue
        }
        if (now.do === 'deliver') {
          server.deliver()
          await turns()
          continue
        }
        const { outbox } = tabs[now.tab] ?? server.openTab(storage)
        // A browser tells a tab of what another one has written, and none of what it wrote itself.
        ;[used, usedBefore] = [now.tab, used]
        if (used !== usedBefore) {
          // Of two requests of two tabs on their way at once the server may ask which is to stand: here one has arrived before.
          server.deliver()
          await turns()
          outbox.refresh()
          known[now.tab] = server.mine()
        }
        if (now.do === 'vote') {
          const offered = outbox.state.undoable
          outbox.put('i1', now.wish, known[now.tab] ?? null)
          wanted = now.wish
          if (outbox.state.undoable !== offered) last = outbox
        } else if (now.do === 'undo') {
          // The other tab offers its own, which is of an older vote.
          const { undoable } = outbox.state
          if (undoable && outbox === last && JSON.stringify(undoable.wish) === JSON.stringify(wanted)) {
            wanted = undoable.before
            outbox.undo()
          }
        } else if (now.do === 'reload') {
          tabs[now.tab] = open(now.tab)
          known[now.tab] = server.mine()
        } else void outbox.flush()
        await turns()
      }
      server.network = 'works'
      server.deliver()
      await turns()
      for (const { outbox } of [...tabs, ...tabs]) {
        outbox.refresh()
        await outbox.flush()
        // Nobody is asked which is to stand where all are of this browser.
        expect(outbox.state.waiting).toEqual([])
      }
      expect([server.mine()?.vote, server.mine()?.reason]).toEqual([wanted?.vote, wanted?.reason])
      for (const { outbox } of tabs) {
        outbox.refresh()
        expect(outbox.state.waiting).toEqual([])
      }
      const again = server.versions.filter((version, index) => version === server.versions[index - 1])
      expect(again).toEqual([])
    }),
    { numRuns: 300 },
  )
})
