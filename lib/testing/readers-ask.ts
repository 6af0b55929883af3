// What readers ask in each world: a new query that tells of judgements is added here.
import * as fc from 'fast-check'
import { findAsks, findChosenAssignments, findFlowAssignments } from '../assignments/queries'
import { listAttempts } from '../attempts/queries'
import { giveRating } from '../compare/commands'
import {
  findAnswer,
  findAnswers,
  findAnswersInSight,
  findMatrix,
  findQuestions,
  findSideBySide,
  listFinalists,
} from '../compare/queries'
import { RATINGS } from '../compare/rating'
import { listCorrections } from '../corrections/queries'
import { whoMay } from '../db/testing/fixtures'
import { exportInterview, exportInterviews } from '../exports/commands'
import { findReadTranscript } from '../exports/queries'
import { listFlows, listTeamsAndFlows } from '../flows/queries'
import { INVALID_CAUSES } from '../interviews/interview'
import type { InterviewId } from '../interviews/interview-id'
import { COUNTED_FILTERS, NUMBER_RANGES } from '../interviews/list/filter'
import { countChoices, findNeighbours, findNews, listAllIds, listInterviews } from '../interviews/list/queries'
import { requireSince } from '../interviews/list/since'
import { SORT_KEYS } from '../interviews/list/sort'
import { findInterview, listScoreVersions } from '../interviews/queries'
import { VOTE_OUTCOMES } from '../interviews/vote-outcome'
import { deleteNote, markMentionsSeen, writeNote } from '../notes/commands'
import { countUnseenMentions, findNote, listMentions, listNotes } from '../notes/queries'
import { findQueue, findQueueNeighbours, findReviewNews } from '../queue/queries'
import { findReview } from '../review/queries'
import { findStatus } from '../status/queries'
import { invalidateInterview, withdrawInvalidation } from '../validity/commands'
import { findValidity } from '../validity/queries'
import { listSplits } from '../votes/agenda/queries'
import { castVote, revealInterview, withdrawVote } from '../votes/commands'
import { listVotes } from '../votes/queries'
import {
  type Who,
  type Search,
  type Answer,
  Asked,
  outcomeOf,
  filterOf,
  who,
  secret,
  any,
  idOf,
  KEY,
} from './two-worlds'
import { JUDGED, SECRET_WORDS, wordOf, type World } from './worlds'

const words = [...Object.values(SECRET_WORDS), ...Object.values(SECRET_WORDS), 'night', 'ward', 'candidate']
const sort = fc.constantFrom(...SORT_KEYS.flatMap((key) => [key, `-${key}`]))
const limit = fc.constantFrom('1', '2', '50')
const total = fc.constantFrom('exact', 'bounded')
const q = fc
  .tuple(fc.constantFrom('', '', '-', 'note:', 'said:', 'name:'), fc.constantFrom(...words))
  .map((parts) => parts.join(''))
const range = fc
  .tuple(fc.constantFrom(...NUMBER_RANGES), fc.constantFrom('0..2', '2..', '..3', '0..'))
  .map(([name, value]): Search => ({ [name]: value }))
const you = fc.constantFrom('new', 'begun')
const vote = fc.constantFrom('none', 'hire')
const votes = fc.constantFrom(...VOTE_OUTCOMES)
/** Mostly by one thing: what several narrow has nothing left to tell. */
export const filters = fc.oneof<fc.MaybeWeightedArbitrary<Search>[]>(
  { weight: 3, arbitrary: fc.record({ q }) },
  { weight: 2, arbitrary: fc.record({ sort, limit, total }) },
  { weight: 2, arbitrary: range },
  { weight: 2, arbitrary: fc.oneof(fc.record({ vote }), fc.record({ votes }), fc.record({ you })) },
  { weight: 1, arbitrary: fc.record({ sort, limit, total, q, you, vote, votes }, { requiredKeys: [] }) },
)

/** A page, and the next one by the cursor that it gave. */
export const list =
  (as: Who, search: Search): Answer =>
  async (world, { asOf }) => {
    const reader = world.readers[as]
    const page = await listInterviews(reader, filterOf(search))
    asOf.set(`${world.name} ${as}`, page.asOf)
    const next = page.nextCursor && (await listInterviews(reader, filterOf({ ...search, cursor: page.nextCursor })))
    return { page, next }
  }

const news =
  (as: Who, search: Search): Answer =>
  async (world, { asOf }) => {
    const since = asOf.get(`${world.name} ${as}`)
    if (since === undefined) return null
    const found = await findNews(world.readers[as], filterOf(search), requireSince(new URLSearchParams({ since })))
    asOf.set(`${world.name} ${as}`, found.asOf)
    return found
  }

export async function collect(batches: AsyncIterable<unknown[]>): Promise<unknown[]> {
  const all = []
  for await (const batch of batches) all.push(...batch)
  return all
}

/** By name, what a reader asks of one interview. */
export const OF_ONE: Record<string, (reader: World['readers'][Who], id: InterviewId) => Promise<unknown>> = {
  findInterview,
  findReview,
  listScoreVersions,
  listNotes,
  listVotes,
  listCorrections,
  findStatus,
  findValidity,
  findReadTranscript,
  listAttempts: (reader, id) => listAttempts(reader, [id]),
  findAsks,
  findQueueNeighbours: (reader, id) => findQueueNeighbours(reader, null, id),
  exportInterview: (reader, id) => exportInterview(whoMay(reader, 'export.create'), id),
}

/** And of a flow, or of all that there is. */
export const OF_ALL: Record<
  string,
  (reader: World['readers'][Who], flowId: string, ids: InterviewId[]) => Promise<unknown>
> = {
  findQuestions,
  findAnswers: (reader, flowId) => findAnswers(reader, { flowId, key: KEY }),
  findAnswersInSight: (reader, flowId) => findAnswersInSight(reader, { flowId, key: KEY }),
  findMatrix,
  findAnswer: async (reader, flowId, ids) => {
    const told = []
    for (const interviewId of ids) told.push(await outcomeOf(findAnswer(reader, { flowId, key: KEY, interviewId })))
    return told
  },
  findSideBySide: (reader, flowId, ids) => findSideBySide(reader, { flowId, ids }),
  listFinalists: (reader, flowId, ids) => listFinalists(reader, { flowId, ids }),
  findQueue,
  findReviewNews,
  listSplits: (reader) => listSplits(reader, []),
  listFlows,
  listTeamsAndFlows,
}

export const asking = [
  fc.tuple(who, filters).map(([as, search]) => new Asked(`${as} lists ${JSON.stringify(search)}`, list(as, search))),
  fc
    .tuple(who, filters)
    .map(([as, search]) => new Asked(`${as} asks for news of ${JSON.stringify(search)}`, news(as, search))),
  fc
    .tuple(who, filters, any)
    .map(
      ([as, search, at]) =>
        new Asked(`${as} looks around ${at} in ${JSON.stringify(search)}`, (world) =>
          findNeighbours(world.readers[as], filterOf(search), idOf(world, at)),
        ),
    ),
  fc
    .tuple(who, filters, fc.constantFrom(...COUNTED_FILTERS))
    .map(
      ([as, search, by]) =>
        new Asked(`${as} counts ${by} of ${JSON.stringify(search)}`, (world) =>
          countChoices(world.readers[as], filterOf(search), by),
        ),
    ),
  fc
    .tuple(who, any, fc.constantFrom(...Object.entries(OF_ONE)))
    .filter(([as, , [name]]) => as === 'recruiter' || name !== 'exportInterview')
    .map(
      ([as, at, [name, ask]]) =>
        new Asked(`${as} asks ${name} of ${at}`, (world) => ask(world.readers[as], idOf(world, at))),
    ),
  fc
    .tuple(who, fc.constantFrom(...Object.entries(OF_ALL)))
    .map(
      ([as, [name, ask]]) =>
        new Asked(`${as} asks ${name}`, (world) => ask(world.readers[as], world.flowId, world.ids)),
    ),
  who.map(
    (as) =>
      new Asked(`${as} looks at mentions`, async (world) => ({
        mentions: await listMentions(world.readers[as]),
        agenda: await listSplits(world.readers[as], []),
        unseen: await countUnseenMentions(world.readers[as]),
      })),
  ),
  filters.map(
    (search) =>
      new Asked(`a recruiter exports ${JSON.stringify(search)}`, async (world) =>
        collect(await exportInterviews(whoMay(world.readers.recruiter, 'export.create'), filterOf(search), 'json')),
      ),
  ),
  // By an id that a colleague's note has, or would have.
  fc.tuple(who, secret).map(
    ([as, at]) =>
      new Asked(`${as} answers, rewrites and deletes a note of ${at}`, async (world, { noteIds }) => {
        const [noteId = crypto.randomUUID()] = noteIds.get(`${world.name} ${at}`) ?? []
        const [reader, interviewId] = [world.readers[as], idOf(world, at)]
        const draft = { parentId: null, body: 'Mine', at: null, quote: null }
        await markMentionsSeen(reader, [noteId])
        return [
          await findNote(reader, noteId),
          await outcomeOf(
            writeNote(reader, { interviewId, noteId: crypto.randomUUID() }, { ...draft, parentId: noteId }),
          ),
          await outcomeOf(deleteNote(reader, { interviewId, noteId })),
        ]
      }),
  ),
  fc.tuple(who, secret, fc.constantFrom(...INVALID_CAUSES)).map(
    ([as, at, cause]) =>
      new Asked(
        `${as} looks at ${at} while a colleague holds it to be invalid, for another reason in each`,
        async (world) => {
          const [by, id] = [whoMay(world.colleagues[0], 'interview.invalidate'), idOf(world, at)]
          await invalidateInterview(by, id, { cause, reason: wordOf(world) })
          const told = [await findValidity(world.readers[as], id), await findInterview(world.readers[as], id)]
          await withdrawInvalidation(by, id)
          return told
        },
      ),
  ),
  fc
    .tuple(who, filters, fc.constantFrom(1, 2, 50))
    .map(
      ([as, search, most]) =>
        new Asked(`${as} lists at most ${most} ids of ${JSON.stringify(search)}`, (world) =>
          listAllIds(world.readers[as], filterOf(search), most),
        ),
    ),
  any.map(
    (at) =>
      new Asked(`a recruiter asks how the flow is handed out, and ${at}`, async (world) => {
        const recruiter = whoMay(world.readers.recruiter, 'assignment.manage')
        return [
          await findFlowAssignments(recruiter, world.flowId),
          await findChosenAssignments(recruiter, [idOf(world, at)]),
        ]
      }),
  ),
  fc
    .tuple(who, any, fc.constantFrom(...RATINGS))
    .map(
      ([as, at, rating]) =>
        new Asked(`${as} rates the answer of ${at} ${rating}`, (world) =>
          giveRating(world.readers[as], { interviewId: idOf(world, at), key: KEY }, { rating }),
        ),
    ),
  fc.constant(
    new Asked(`a recruiter has ${JUDGED} shown`, (world) =>
      revealInterview(whoMay(world.readers.recruiter, 'interview.reveal'), idOf(world, JUDGED)),
    ),
  ),
  who.map(
    (as) =>
      new Asked(`${as} votes on ${JUDGED}`, (world) =>
        castVote(world.readers[as], idOf(world, JUDGED), { vote: 'hire' }),
      ),
  ),
  who.map(
    (as) =>
      new Asked(`${as} withdraws the vote on ${JUDGED}`, (world) =>
        withdrawVote(world.readers[as], idOf(world, JUDGED)),
      ),
  ),
]
