// What colleagues do in each world, of which readers are told nothing until they have voted.
import * as fc from 'fast-check'
import { SCORE_NAMES } from '../assessment/scores'
import { giveRating } from '../compare/commands'
import { RATINGS } from '../compare/rating'
import { correctTranscript, withdrawCorrection } from '../corrections/commands'
import { listCorrections } from '../corrections/queries'
import { whoMay } from '../db/testing/fixtures'
import { arrives } from '../db/testing/interview'
import type { InterviewId } from '../interviews/interview-id'
import { VOTES } from '../interviews/vote'
import { writeNote } from '../notes/commands'
import { setStatus } from '../status/commands'
import { overrideScore } from '../validity/commands'
import { castVote, revealInterview, withdrawVote } from '../votes/commands'
import { type Answer, Done, secret, idOf, KEY } from './two-worlds'
import { differingIn, hide, PAIRS, told, wordOf, type World } from './worlds'

/** A note with the words of its world, which names both readers. */
export const note =
  (at: number): Answer =>
  async (world, { noteIds }) => {
    const noteId = crypto.randomUUID()
    const { reviewer, recruiter } = world.readers
    const body = `${wordOf(world)} of the night @${reviewer.email} @${recruiter.email}`
    const draft = { parentId: null, body, at: null, quote: null }
    await writeNote(world.colleagues[0], { interviewId: idOf(world, at), noteId }, draft)
    const key = `${world.name} ${at}`
    noteIds.set(key, [...(noteIds.get(key) ?? []), noteId])
  }

const onlyIn =
  (name: World['name'], work: Answer): Answer =>
  (world, real) =>
    world.name === name ? work(world, real) : Promise.resolve()

/** What colleagues do where it is hidden in one world alone, and in both where it is not. */
export const hiddenIn =
  (name: World['name'], work: Answer): Answer =>
  (world, real) =>
    PAIRS[world.pair].colleagues ? onlyIn(name, work)(world, real) : work(world, real)

/** The recruiter has all shown that is alike in both worlds, while the flow hides nothing else; then it hides both. */
export async function showAllButSecrets(world: World) {
  const { colleagues, assessment } = PAIRS[world.pair]
  await hide(world, { colleagues: !colleagues, assessment: !assessment })
  for (const id of world.ids) await revealInterview(whoMay(world.readers.recruiter, 'interview.reveal'), id)
  await hide(world, { colleagues: true, assessment: true })
}

export const doing = [
  fc.tuple(secret, fc.constantFrom<World['name']>('a', 'b'), fc.constantFrom(...RATINGS)).map(
    ([at, name, rating]) =>
      new Done(
        `in ${name} a colleague rates the answer of ${at} ${rating}`,
        hiddenIn(name, (world) =>
          giveRating(world.colleagues[0], { interviewId: idOf(world, at), key: KEY }, { rating }),
        ),
      ),
  ),
  fc
    .tuple(secret, fc.constantFrom<World['name']>('a', 'b'))
    .map(([at, name]) => new Done(`in ${name} a colleague notes on ${at}`, hiddenIn(name, note(at)))),
  fc.tuple(secret, fc.constantFrom(...VOTES), fc.constantFrom<World['name']>('a', 'b')).map(
    ([at, vote, name]) =>
      new Done(
        `in ${name} a colleague votes ${vote} on ${at}`,
        hiddenIn(name, (world) => castVote(world.colleagues[1], idOf(world, at), { vote, reason: wordOf(world) })),
      ),
  ),
  secret.map(
    (at) =>
      new Done(
        `in b a colleague withdraws on ${at}`,
        hiddenIn('b', (world) => withdrawVote(world.colleagues[1], idOf(world, at))),
      ),
  ),
  secret.map(
    (at) =>
      new Done(
        `in a a colleague asks to see ${at}`,
        onlyIn('a', (world) => revealInterview(whoMay(world.colleagues[0], 'interview.reveal'), idOf(world, at))),
      ),
  ),
  secret.map(
    (at) =>
      new Done(`each world scores ${at} anew, or does not`, async (world, real) => {
        if (world.name === 'a') real.rescored++
        if (differingIn(world, 'assessment') === 'a' || real.rescored % 2 === 0)
          await arrives(told(world, at, { rescored: real.rescored }))
      }),
  ),
  secret.map(
    (at) =>
      new Done(`a colleague decides on ${at}, for another reason in each`, (world) =>
        setStatus(
          whoMay(world.colleagues[0], 'status.set'),
          { id: idOf(world, at) },
          { status: 'on_hold', reason: wordOf(world) },
        ),
      ),
  ),
  // Where either is hidden.
  fc.tuple(secret, fc.constantFrom(...SCORE_NAMES)).map(
    ([at, score]) =>
      new Done(
        `in b a colleague calls ${score} of ${at} wrong`,
        onlyIn('b', async ({ colleagues: [by], ids }) => {
          const ref = { interviewId: ids[at] as InterviewId, score }
          await revealInterview(whoMay(by, 'interview.reveal'), ref.interviewId)
          await overrideScore(by, ref, { reason: 'granite' })
        }),
      ),
  ),
  secret.map(
    (at) =>
      new Done(`${at} is corrected, by another colleague in each`, async (world) => {
        const by = world.colleagues[differingIn(world, 'colleagues') === 'a' ? 0 : 1]
        const interviewId = idOf(world, at)
        for (const { id } of await listCorrections(by, interviewId))
          await withdrawCorrection(by, { interviewId, correctionId: id })
        await correctTranscript(
          by,
          { interviewId, correctionId: crypto.randomUUID() },
          { segment: 1, from: 2, to: 5, original: 'led', replacement: 'ran' },
        )
      }),
  ),
]
