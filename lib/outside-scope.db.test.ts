// Must hold 4: no answer to a member differs from that of a world in which the interviews outside their scope do not exist.
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { findChosenAssignments, findFlowAssignments } from './assignments/queries'
import { ROLES, type Permission } from './auth/permissions'
import { may, type May, type Viewer } from './auth/viewer'
import { giveRating } from './compare/commands'
import { listFlowsToCompare } from './compare/queries'
import { again } from './db/testing/fixtures'
import { keepPlans } from './db/testing/keep-plans'
import { exportInterviews } from './exports/commands'
import { findFlowBlindness } from './flows/queries'
import type { InterviewId } from './interviews/interview-id'
import { COUNTED_FILTERS } from './interviews/list/filter'
import { countChoices, findNeighbours, findNews, listInterviews } from './interviews/list/queries'
import { requireSince } from './interviews/list/since'
import { findWords } from './interviews/queries'
import { recordListening } from './listening/commands'
import { listListened, listRead } from './listening/queries'
import { writeNote } from './notes/commands'
import { countUnseenMentions, listMentions } from './notes/queries'
import { findRecordingUrl } from './recordings/queries'
import { setStatus } from './status/commands'
import { collect, filters, OF_ALL, OF_ONE } from './testing/readers-ask'
import { askedAfter } from './testing/rolled-back'
import {
  colleagueActs,
  COUNT,
  FLOW_IDS,
  giveRole,
  giveScope,
  givenStage,
  idAt,
  isSeen,
  move,
  onlyWhatIsSeen,
  startAnew,
  TEAMS,
  type Stage,
} from './testing/scoped-world'
import { filterOf, KEY, outcomeOf, type Search } from './testing/two-worlds'
import { castVote } from './votes/commands'

/** Enough on the embedded database to find a condition that is gone; a server is quicker, and gets the rest. */
const HISTORIES = Number(process.env.HISTORIES ?? (process.env.TEST_DATABASE_URL ? 2_000 : 120))

let stage: Stage
beforeAll(async () => {
  await keepPlans()
  stage = await givenStage()
})

/** What is done, or what is asked and has to be answered alike. */
class Step implements fc.AsyncCommand<object, Stage> {
  constructor(
    readonly name: string,
    readonly act: (stage: Stage) => Promise<unknown>,
  ) {}
  check = () => true
  run = async (_: object, real: Stage) => void (await this.act(real))
  toString = () => this.name
}

type Answer = (viewer: Viewer, stage: Stage) => Promise<unknown>

/** The answer, and what it would be without what is outside; nothing of either remains. */
async function bothAnswers(real: Stage, answer: Answer) {
  const viewer = await again(real.member)
  const ask = () => outcomeOf((async () => answer(viewer, real))())
  return {
    here: await askedAfter(async () => {}, ask),
    there: await askedAfter((client) => onlyWhatIsSeen(real, client), ask),
  }
}

const asked = (name: string, answer: Answer) =>
  new Step(name, async (real) => {
    const { here, there } = await bothAnswers(real, answer)
    expect(neutral(here), name).toBe(neutral(there))
  })

/** Made anew by each answer: what is encrypted, and the ids and times of what it wrote. */
function neutral(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => (key === 'asOf' ? 'then' : part))
    .replaceAll(/"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g, '"id"')
    .replaceAll(/\d{4}-\d\d-\d\d[T ][\d:.]+(?:Z|\+00)/g, 'time')
}

const as = <P extends Permission>(viewer: Viewer, what: P): May<P> => {
  if (!may(viewer, what)) throw Object.assign(new Error('not allowed'), { code: 'forbidden' })
  return viewer
}

const at = fc.integer({ min: 0, max: COUNT - 1 })
const teamId = fc.constantFrom(...TEAMS)
const flowId = fc.constantFrom(...FLOW_IDS)
const search = fc.oneof<fc.MaybeWeightedArbitrary<Search>[]>(
  { weight: 3, arbitrary: filters },
  { weight: 1, arbitrary: fc.record({ flow: flowId }) },
  { weight: 1, arbitrary: fc.record({ team: teamId }) },
  { weight: 1, arbitrary: at.map((place) => ({ id: idAt(place) })) },
)
const scope = fc.oneof(
  { weight: 1, arbitrary: fc.constant('all' as const) },
  {
    weight: 5,
    arbitrary: fc.record({
      teams: fc.subarray([...TEAMS], { maxLength: 2 }),
      flows: fc.subarray(FLOW_IDS, { maxLength: 2 }),
      interviews: fc.subarray(
        Array.from({ length: COUNT }, (_, place) => idAt(place)),
        { maxLength: 2 },
      ),
    }),
  },
)

/** By name, what is asked or sent about one interview besides `OF_ONE`. */
const ALSO_OF_ONE: Record<string, (viewer: Viewer, id: InterviewId) => Promise<unknown>> = {
  findWords,
  listListened,
  listRead,
  findRecordingUrl: (viewer, id) => findRecordingUrl(viewer, id, 'audio'),
  castVote: (viewer, id) => castVote(viewer, id, { vote: 'hire' }),
  writeNote: (viewer, interviewId) =>
    writeNote(
      viewer,
      { interviewId, noteId: crypto.randomUUID() },
      { parentId: null, body: 'Mine', at: 1, quote: null },
    ),
  giveRating: (viewer, interviewId) => giveRating(viewer, { interviewId, key: KEY }, { rating: 4 }),
  recordListening: (viewer, id) => recordListening(viewer, id, [{ start: 0, end: 1 }]),
  setStatus: (viewer, id) => setStatus(as(viewer, 'status.set'), { id }, { status: 'on_hold', reason: null }),
  findChosenAssignments: (viewer, id) => findChosenAssignments(as(viewer, 'assignment.manage'), [id]),
}
const OF_FLOW: Record<string, (viewer: Viewer, flow: string) => Promise<unknown>> = {
  findFlowBlindness,
  findFlowAssignments: (viewer, flow) => findFlowAssignments(as(viewer, 'assignment.manage'), flow),
}
const ids = Array.from({ length: COUNT }, (_, place) => idAt(place))

const asking = [
  search.map((wanted) =>
    asked(`lists ${JSON.stringify(wanted)}`, async (viewer) => {
      const page = await listInterviews(viewer, filterOf(wanted))
      const { nextCursor: cursor } = page
      return [page, cursor && (await listInterviews(viewer, filterOf({ ...wanted, cursor })))]
    }),
  ),
  fc
    .tuple(search, fc.constantFrom(...COUNTED_FILTERS))
    .map(([wanted, by]) =>
      asked(`counts ${by} of ${JSON.stringify(wanted)}`, (viewer) => countChoices(viewer, filterOf(wanted), by)),
    ),
  fc
    .tuple(search, at)
    .map(([wanted, place]) =>
      asked(`looks around ${place} in ${JSON.stringify(wanted)}`, (viewer) =>
        findNeighbours(viewer, filterOf(wanted), idAt(place)),
      ),
    ),
  fc
    .tuple(at, fc.constantFrom(...Object.entries({ ...OF_ONE, ...ALSO_OF_ONE })))
    .map(([place, [name, ask]]) =>
      asked(`asks ${name} of ${place}`, (viewer) =>
        name === 'exportInterview' && !may(viewer, 'export.create') ? Promise.resolve(null) : ask(viewer, idAt(place)),
      ),
    ),
  fc
    .tuple(flowId, fc.constantFrom(...Object.entries({ ...OF_ALL, ...OF_FLOW })))
    .map(([flow, [name, ask]]) => asked(`asks ${name} of ${flow}`, (viewer) => ask(viewer, flow, ids))),
  fc.constant(
    asked('looks at mentions, and at flows to compare', async (viewer) => [
      await listMentions(viewer),
      await countUnseenMentions(viewer),
      await listFlowsToCompare(viewer),
    ]),
  ),
  search.map((wanted) =>
    asked(`exports ${JSON.stringify(wanted)}`, async (viewer) =>
      collect(await exportInterviews(as(viewer, 'export.create'), filterOf(wanted), 'json')),
    ),
  ),
  search.map(
    (wanted) => new Step(`asks for news of ${JSON.stringify(wanted)}`, (real) => newsAreOfWhatIsSeen(real, wanted)),
  ),
  fc.constant(new Step('reads the list anew', readList)),
]

const doing = [
  scope.map((given) => new Step(`sees ${JSON.stringify(given)} from now on`, (real) => giveScope(real, given))),
  scope.map((given) => new Step(`sees ${JSON.stringify(given)} now`, (real) => giveScope(real, given))),
  fc.constantFrom(...ROLES).map((role) => new Step(`is a ${role} from now on`, (real) => giveRole(real, role))),
  fc
    .tuple(at, fc.option(teamId), fc.option(flowId))
    .map(
      ([place, team, flow]) =>
        new Step(`${place} moves to ${team} and ${flow}`, (real) => move(real, place, { teamId: team, flowId: flow })),
    ),
  at.map((place) => new Step(`a colleague acts on ${place}`, (real) => colleagueActs(real, place))),
]

const history = fc.commands([...asking, ...asking, ...doing], { maxCommands: 14 })

async function readList(real: Stage) {
  const { asOf } = await listInterviews(await again(real.member), filterOf({}))
  real.asOf = asOf
  real.listed = new Set([...real.places.keys()].filter((id) => isSeen(real, id)))
  real.shown = new Set(real.listed)
}

/** They tell of what is seen what they would tell without the rest, of the rest that it has left, and of neither what never was seen. */
async function newsAreOfWhatIsSeen(real: Stage, wanted: Search) {
  const since = requireSince(new URLSearchParams({ since: real.asOf }))
  const { here, there } = await bothAnswers(real, (viewer) => findNews(viewer, filterOf(wanted), since))
  const [news, without] = [here, there].map((told) => (told as { value: Awaited<ReturnType<typeof findNews>> }).value)
  if (!news || !without) throw new Error('there are always news')
  const { left, isOutdated, total, ...told } = news
  const { left: _, isOutdated: __, total: ___, ...rest } = without
  expect(neutral(told)).toBe(neutral(rest))
  const gone = [...real.listed].filter((id) => !isSeen(real, id as InterviewId))
  const outside = left.filter((id) => isSeen(real, id as InterviewId) || !real.shown.has(id))
  expect(outside, 'told of what was never seen, or is').toEqual([])
  if (!isOutdated) expect(left).toEqual(expect.arrayContaining(gone))
  if (total !== null) expect(total).toBe((await listInterviews(await again(real.member), filterOf(wanted))).total)
}

test(
  'whatever becomes of a member’s role and scope, they are answered as if nothing else existed',
  { timeout: 1_200_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(scope, history, async (given, commands) => {
        await startAnew(stage)
        await giveScope(stage, given)
        await readList(stage)
        await fc.asyncModelRun(() => ({ model: {}, real: stage }), commands)
      }),
      { numRuns: HISTORIES, endOnFailure: true },
    )
  },
)

test('what is outside does make a difference to who sees it', async () => {
  await startAnew(stage)
  await colleagueActs(stage, 0)
  for (const name of ['findInterview', 'findReview', 'listNotes', 'listVotes', 'findStatus', 'findReadTranscript']) {
    const answer = async (viewer: Viewer) => OF_ONE[name]?.(viewer, idAt(0))
    const viewer = await again(stage.member)
    const here = await askedAfter(
      async () => {},
      () => outcomeOf(answer(viewer)),
    )
    const narrowed = { ...stage, scope: { teams: ['team-1'], flows: [], interviews: [] } }
    const there = await askedAfter(
      (client) => onlyWhatIsSeen(narrowed, client),
      () => outcomeOf(answer(viewer)),
    )
    expect(neutral(here)).not.toBe(neutral(there))
  }
})
