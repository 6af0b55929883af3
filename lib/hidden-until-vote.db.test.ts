// Must hold 49: until a member may know a score, a summary, a vote or a note, no answer differs between two worlds that differ only in it.
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { listInterviews } from './interviews/list/queries'
import { findInterview } from './interviews/queries'
import { deleteNote } from './notes/commands'
import { listNotes } from './notes/queries'
import { findReview } from './review/queries'
import { doing, note } from './testing/colleagues-do'
import { asking, list } from './testing/readers-ask'
import { type Real, filterOf, idOf } from './testing/two-worlds'
import { forgetReveals, givenWorld, neutral, SECRET_WORDS, type World } from './testing/worlds'
import { castVote } from './votes/commands'

/** Enough on the embedded database to find a mask that is gone; a server is quicker, and gets the rest. */
const HISTORIES = Number(process.env.HISTORIES ?? (process.env.TEST_DATABASE_URL ? 2_000 : 100))

let worlds: [World, World]
beforeAll(async () => {
  worlds = [await givenWorld('a'), await givenWorld('b')]
  await note(2)(worlds[1], begin())
})

const begin = (): Real => ({ worlds, asOf: new Map(), noteIds: new Map(), rescored: 0 })

/** Reads a list, for both: when it was read says nothing of its reader. */
async function readList(world: World, real: Real) {
  await list('reviewer', {})(world, real)
  real.asOf.set(`${world.name} recruiter`, real.asOf.get(`${world.name} reviewer`) ?? '')
}

test(
  'whoever has not voted is answered alike in two worlds that differ only in what is hidden from them',
  // Ends what hangs: a history takes a quarter of a second where nothing else runs.
  { timeout: 60_000 + HISTORIES * 2_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands([...asking, ...asking, ...doing], { maxCommands: 12 }), async (commands) => {
        await forgetReveals(worlds)
        const real = begin()
        // From the beginning there is something to hide, and to be news.
        for (const world of worlds) await readList(world, real)
        await note(1)(worlds[0], real)
        await fc.asyncModelRun(() => ({ model: {}, real }), commands)
        for (const world of worlds) {
          for (const [key, ids] of real.noteIds)
            for (const noteId of key.startsWith(world.name) ? ids : [])
              await deleteNote(world.colleagues[0], { interviewId: idOf(world, Number(key.slice(2))), noteId })
        }
      }),
      { numRuns: HISTORIES, endOnFailure: true },
    )
  },
)

test('once they have voted they are told what differs', async () => {
  await forgetReveals(worlds)
  for (const world of worlds) {
    await note(1)(world, begin())
    await castVote(world.readers.reviewer, idOf(world, 1), { vote: 'hire' })
  }
  for (const ask of [findInterview, listNotes, findReview]) {
    const [a, b] = [
      await ask(worlds[0].readers.reviewer, idOf(worlds[0], 1)),
      await ask(worlds[1].readers.reviewer, idOf(worlds[1], 1)),
    ]
    expect(neutral(worlds[1], b)).not.toBe(neutral(worlds[0], a))
  }
  for (const world of worlds) {
    const { total } = await listInterviews(world.readers.reviewer, filterOf({ q: SECRET_WORDS[world.name] }))
    expect(total).toBe(1)
  }
})
