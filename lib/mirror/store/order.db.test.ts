// Must hold 44: of two replies the one that was asked for last wins, whatever order they arrive in, for every field.
import { isNull } from 'drizzle-orm'
import * as fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { operator } from '../../auth/operator'
import { db } from '../../db/client'
import { interviewFacts } from '../../db/schema/facts'
import { flows, interviews } from '../../db/schema/interviews'
import { DebriefError } from '../../errors'
import type { Call } from '../../ribbon/attempt'
import { fillFacts } from '../../review/fill-facts'
import { fetchInterviews } from '../../ribbon/client'
import { completedInterview, segment } from '../../ribbon/testing/replies'
import type { BeforeSend } from '../../ribbon/transport'
import { mirrorInterview } from '../mirror'
import { askForPage } from './order'
import { pullFlows } from '../pull/flows'
import { rederive } from '../rederive'
import { storeInterviews } from './interview'
import { reindex } from '../../search/reindex'
import { createStage } from '../testing/stage'
import { expectFlow, expectInterview, type Flow, type Wire } from '../testing/said-last'

const ribbon = vi.hoisted(() => ({
  /** Between reading a stored reply and writing what it says. */
  whileRead: () => Promise.resolve(),
  ask: (_call: Call, _beforeSend?: BeforeSend) => Promise.resolve<unknown>(null),
}))
vi.mock('../../ribbon/transport', () => ({
  transport: () => (call: Call, beforeSend?: BeforeSend) => ribbon.ask(call, beforeSend),
}))
vi.mock('./reply', async (original) => {
  const actual = await original<typeof import('./reply')>()
  return {
    ...actual,
    decompressReply: async (body: Buffer) => (await ribbon.whileRead(), actual.decompressReply(body)),
  }
})

/** What Ribbon says of an interview; null where it knows none. */
type State = {
  version: number
  loss: 'none' | 'data' | 'transcript' | 'processing'
  flow: string
  namesTeam: boolean
} | null
/** What one reply told of which interview and flow. */
type Reply = { interviews: Map<string, Wire | null>; flows: Map<string, Flow | null> }

const wireFlow = ({ id, team }: Flow) => ({ interview_flow_id: id, title: `${id} of ${team}`, team_id: team })

function wireOf(id: string, state: NonNullable<State>): Wire {
  const { version, loss, flow, namesTeam } = state
  const wire = {
    ...completedInterview(),
    interview_id: id,
    interview_flow_id: flow,
    team_id: namesTeam ? `team-${version % 3}` : null,
  }
  const data = {
    ...wire.interview_data,
    transcript: '',
    transcript_with_timestamp: loss === 'transcript' ? [] : [segment('user', version, `word${version} `, 'said.')],
    questions_to_transcript_mapping: [{ script_question: `Question ${version}?`, transcript_item_indices: [0] }],
    summary: `Summary ${version}.`,
    scores: { communication: version % 6, motivation: 3, skills: null },
    interviewee_first_name: `Name${version}`,
    audio_url: version % 2 ? `https://cdn.example.com/${version}.wav` : null,
  }
  return {
    ...wire,
    status: loss === 'processing' ? 'incomplete' : 'completed',
    interview_data: loss === 'data' ? null : data,
  }
}

const anyFlow = fc.constantFrom('flow-1', 'flow-2')
const state: fc.Arbitrary<State> = fc.option(
  fc.record({
    version: fc.nat(30),
    loss: fc.oneof(
      { weight: 3, arbitrary: fc.constant('none' as const) },
      { weight: 1, arbitrary: fc.constantFrom('data', 'transcript', 'processing') },
    ),
    flow: anyFlow,
    namesTeam: fc.boolean(),
  }),
  { freq: 6 },
)
const interviewIndex = fc.nat(1)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change' as const), which: interviewIndex, state }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('flows' as const),
      flows: fc.uniqueArray(fc.record({ id: anyFlow, team: fc.constantFrom('a', 'b') }), { selector: ({ id }) => id }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const), which: interviewIndex }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(...(['page', 'first page', 'index', 'flow list', 'rederive', 'fill facts'] as const)),
    }),
  },
)

beforeEach(async () => {
  await db().delete(interviews)
  await db().delete(flows)
})

test(
  'two replicas that ask and store in any order end with what was asked for last',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
        fc.array(step, { minLength: 8, maxLength: 24 }),
        async (choices, steps) => {
          const stage = createStage(choices)
          const ids = [crypto.randomUUID(), crypto.randomUUID()]
          const said: State[] = [null, null]
          let known: Flow[] = [{ id: 'flow-1', team: 'a' }]
          await db().delete(flows)
          /** In the order in which they were asked for. */
          const replies: Reply[] = []

          ribbon.whileRead = () => stage.cue()
          let sending = Promise.resolve()
          ribbon.ask = async (call, beforeSend) => {
            const reply: Reply = { interviews: new Map(), flows: new Map() }
            sending = sending.then(async () => {
              await beforeSend?.()
              replies.push(reply)
            })
            await sending
            await stage.cue()
            const answer = answerTo(call, reply)
            await stage.cue()
            if (answer instanceof Error) throw answer
            return answer
          }
          const answerTo = ({ path, readItem = (item) => item }: Call, reply: Reply) => {
            const [, flowId] = /^\/v1\/interview-flows\/(.+)/.exec(path) ?? []
            if (flowId !== undefined) {
              const flow = known.find(({ id }) => id === flowId)
              reply.flows.set(flowId, flow ?? null)
              return flow ? wireFlow(flow) : new DebriefError('ribbon_not_found')
            }
            if (path.startsWith('/v1/interview-flows')) {
              for (const flow of known) reply.flows.set(flow.id, flow)
              return { interview_flows: known.map((flow) => readItem(wireFlow(flow))) }
            }
            for (const [index, id] of ids.entries()) {
              const now = said[index]
              const isAsked = path.endsWith(id)
              if (isAsked || (now && path.includes('?'))) reply.interviews.set(id, now ? wireOf(id, now) : null)
              if (isAsked) return reply.interviews.get(id) ?? new DebriefError('ribbon_not_found')
            }
            return { interviews: [...reply.interviews.values()].map((item) => readItem(item)) }
          }
          const take = async (taken: (typeof steps)[number]) => {
            if (taken.do === 'change') said[taken.which] = taken.state
            if (taken.do === 'flows') known = taken.flows
            if (taken.do === 'ask') await mirrorInterview(ids[taken.which] ?? '').catch(onlyUnknown)
            if (taken.do === 'flow list') await pullFlows(async () => {})
            if (taken.do === 'fill facts') {
              await db().update(interviewFacts).set({ rules: 0 })
              await fillFacts(() => stage.cue())
            }
            if (taken.do === 'rederive') await rederive(operator(), () => {})
            if (taken.do === 'index') await reindex(() => stage.cue())
            if (taken.do === 'page' || taken.do === 'first page')
              await storeInterviews(
                (await askForPage((send) => fetchInterviews({ status: 'completed', limit: 10, offset: 0 }, send)))
                  .items,
                taken.do === 'page' ? 'now' : 'later',
              )
          }
          await stage.play(
            steps.map((next) => async () => {
              await stage.cue()
              await take(next)
            }),
          )

          ribbon.whileRead = () => Promise.resolve()
          await reindex(() => Promise.resolve())
          const teamOf = (flow: string | null) => flowsTold(replies, flow ?? '').findLast((told) => told !== null)?.team
          for (const flow of ['flow-1', 'flow-2']) await expectFlow(flow, flowsTold(replies, flow))
          for (const id of ids) {
            const asked = replies.flatMap(
              (reply) => reply.interviews.get(id) ?? (reply.interviews.has(id) ? [null] : []),
            )
            await expectInterview(id, asked, teamOf)
          }
          await stage.play([() => pullFlows(async () => {})])
          const present = await db().select().from(flows).where(isNull(flows.goneAt))
          expect(present.map(({ id }) => id).toSorted()).toEqual(known.map(({ id }) => id).toSorted())
        },
      ),
      { numRuns: 30, endOnFailure: true },
    )
  },
)

function onlyUnknown(error: unknown) {
  if (!(error instanceof DebriefError) || error.code !== 'ribbon_not_found') throw error
}

/** What Ribbon said of this flow, in the order in which it was asked: null where it did not know it. */
function flowsTold(replies: Reply[], id: string): (Flow | null)[] {
  return replies.flatMap(({ flows: told }) => (told.has(id) ? [told.get(id) ?? null] : []))
}
