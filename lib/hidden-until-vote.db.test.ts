// Must hold 49: until a member may know a score, a summary, a vote or a note, no answer differs between two worlds that differ only in it.
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { listInterviews } from './interviews/list/queries'
import { findInterview } from './interviews/queries'
import { deleteNote } from './notes/commands'
import { listNotes } from './notes/queries'
import { findReview } from './review/queries'
import { doing, hiddenIn, note, showAllButSecrets } from './testing/colleagues-do'
import { asking, list } from './testing/readers-ask'
import { type Real, filterOf, idOf } from './testing/two-worlds'
import { forgetReveals, givenPair, neutral, type Pair, PAIRS, SECRET_WORDS, wordOf, type World } from './testing/worlds'
import { castVote } from './votes/commands'
import { listVotes } from './votes/queries'

/** Enough on the embedded database to find a mask that is gone; a server is quicker, and gets the rest. */
const HISTORIES = Number(process.env.HISTORIES ?? (process.env.TEST_DATABASE_URL ? 2_000 : 100))

const PAIR_NAMES = ['both', 'colleagues', 'assessment'] as const
let pairs: Record<Pair, [World, World]>
beforeAll(async () => {
  pairs = {
    both: await givenPair('both'),
    colleagues: await givenPair('colleagues'),
    assessment: await givenPair('assessment'),
  }
  for (const worlds of Object.values(pairs))
    for (const world of worlds) await hiddenIn('b', note(2))(world, begin(worlds))
})

const begin = (worlds: [World, World]): Real => ({ worlds, asOf: new Map(), noteIds: new Map(), rescored: 0 })

/** Mostly of worlds that hide both: there is most to find. */
const pair = fc.constantFrom<Pair>('both', ...PAIR_NAMES)
const history = fc.commands([...asking, ...asking, ...doing], { maxCommands: 12 })

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
      fc.asyncProperty(pair, fc.boolean(), history, async (ofThese, hasAsked, commands) => {
        const worlds = pairs[ofThese]
        await forgetReveals(worlds)
        if (hasAsked) for (const world of worlds) await showAllButSecrets(world)
        const real = begin(worlds)
        // From the beginning there is something to hide, and to be news.
        for (const world of worlds) await readList(world, real)
        for (const world of worlds) await hiddenIn('a', note(1))(world, real)
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

test.each(PAIR_NAMES)('a flow that hides %s hides that alone, and tells whoever has voted', async (ofThese) => {
  const worlds = pairs[ofThese]
  const hides = PAIRS[ofThese]
  await forgetReveals(worlds)
  const whatDiffers = async () => {
    const told = []
    for (const ask of [findInterview, listNotes, listVotes, findReview]) {
      const [a, b] = [
        await ask(worlds[0].readers.reviewer, idOf(worlds[0], 1)),
        await ask(worlds[1].readers.reviewer, idOf(worlds[1], 1)),
      ]
      if (neutral(worlds[1], b) !== neutral(worlds[0], a)) told.push(ask.name)
    }
    return told
  }
  for (const world of worlds) {
    await note(1)(world, begin(worlds))
    await castVote(world.colleagues[1], idOf(world, 1), { vote: 'hire', reason: wordOf(world) })
  }
  expect(await whatDiffers()).toEqual([])
  const { reviewer } = worlds[0].readers
  expect((await findInterview(reviewer, idOf(worlds[0], 1)))?.assessment.is).toBe(hides.assessment ? 'hidden' : 'shown')
  expect('all' in (await listVotes(reviewer, idOf(worlds[0], 1)))).toBe(!hides.colleagues)

  for (const world of worlds) await castVote(world.readers.reviewer, idOf(world, 1), { vote: 'hire' })
  expect(await whatDiffers()).toEqual([
    ...(hides.assessment ? ['findInterview'] : []),
    ...(hides.colleagues ? ['listNotes', 'listVotes'] : []),
    'findReview',
  ])
  for (const world of worlds) {
    const { total } = await listInterviews(world.readers.reviewer, filterOf({ q: SECRET_WORDS[world.name] }))
    expect(total).toBeGreaterThan(0)
  }
})
