import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { changeFlow, finishInterview, putInterview, rescoreInterview } from '../e2e/sandbox-control'
import { sendProcessed } from '../e2e/webhook-event'
import type { Random } from '../sandbox/synthetic/random'
import type { Findings } from './findings'

const BETWEEN_MS = [300, 1_200] as const
/** Beyond these nobody is invited any more: a list that is short is read whole by every pull, however long this lasts. */
const MOST_INTERVIEWS = 40
const MOST_PENDING = 50

const scores = z.record(z.string(), z.number().nullable()).nullish()
const interviews = z.object({
  interviews: z.array(
    z.object({
      interview_id: z.string(),
      interview_flow_id: z.string(),
      team_id: z.string().nullish(),
      status: z.string(),
      interview_data: z.looseObject({ scores }).nullable(),
    }),
  ),
})
const flows = z.object({ interview_flows: z.array(z.object({ interview_flow_id: z.string(), team_id: z.string() })) })
const teams = z.object({ teams: z.array(z.object({ id: z.string() })) })

type Address = { sandbox: string; key: string }
export type RibbonInterview = z.infer<typeof interviews>['interviews'][number]

/** All that Ribbon has right now; to be asked while no fault is ordered. */
export async function readRibbon({ sandbox, key }: Address) {
  const read = async (path: string): Promise<unknown> => {
    const response = await fetch(`${sandbox}/be-api/v1/${path}`, { headers: { authorization: `Bearer ${key}` } })
    return response.json()
  }
  const lists = ['completed', 'incomplete'].map((status) => read(`interviews?status=${status}&limit=1000`))
  const [completed, incomplete, itsFlows, itsTeams] = await Promise.all([
    ...lists,
    read('interview-flows?limit=100'),
    read('teams'),
  ])
  return {
    interviews: [...interviews.parse(completed).interviews, ...interviews.parse(incomplete).interviews],
    teamOfFlow: new Map(flows.parse(itsFlows).interview_flows.map((flow) => [flow.interview_flow_id, flow.team_id])),
    teams: teams.parse(itsTeams).teams.map(({ id }) => id),
  }
}

type World = { address: Address; origin: string; webhookSecret: string; random: Random; findings: Findings }

/**
 * Goes on as Ribbon does, until the signal: candidates are invited and finish, others are scored anew, flows move; and it tells
 * of that in any order, twice, late.
 */
export async function liveAsRibbon(world: World, stopped: AbortSignal): Promise<void> {
  const { address, random, findings } = world
  const known = await readRibbon(address)
  const [waiting, scored] = [idsOf(known.interviews, false), idsOf(known.interviews, true)]
  const pending: string[] = []
  while (!stopped.aborted) {
    const changed = await change()
    if (changed) pending.push(changed)
    findings.count('changes at Ribbon')
    await announce(world, pending)
    await pause(random.whole(...BETWEEN_MS), undefined, { signal: stopped }).catch(() => {})
  }

  async function change(): Promise<string | null> {
    const turn = random.next()
    if (turn < 0.2 && waiting.length + scored.length < MOST_INTERVIEWS) {
      const id = crypto.randomUUID()
      await putInterview(address.sandbox, id, {
        interview_flow_id: random.pick([...known.teamOfFlow.keys()]),
        status: 'incomplete',
        interview_data: null,
      })
      waiting.push(id)
      return null
    }
    if (turn < 0.5 && waiting.length > 0) {
      const [id = ''] = waiting.splice(random.whole(0, waiting.length - 1), 1)
      await finishInterview(address.sandbox, id)
      scored.push(id)
      return id
    }
    if (turn < 0.6) {
      await changeFlow(address, random.pick([...known.teamOfFlow.keys()]), { team_id: random.pick(known.teams) })
      return null
    }
    const id = random.pick(scored)
    await rescoreInterview(address.sandbox, id)
    return id
  }
}

function idsOf(interviews: RibbonInterview[], isScored: boolean): string[] {
  return interviews
    .filter(({ status, interview_data: data }) => (status === 'completed' && data?.scores != null) === isScored)
    .filter(({ status }) => isScored || status === 'incomplete')
    .map(({ interview_id: id }) => id)
}

/** Any of those that are to be told; half of them stay, to be told once more. */
async function announce({ origin, webhookSecret, random, findings }: World, pending: string[]) {
  if (pending.length === 0) return
  const at = random.whole(0, pending.length - 1)
  const interviewId = pending[at] ?? ''
  if (random.chance(0.5) || pending.length > MOST_PENDING) pending.splice(at, 1)
  const isForged = random.chance(0.1)
  const secret = isForged ? 'a forger’s secret' : webhookSecret
  const status = await sendProcessed(origin, { interviewId, secret }).catch(() => null)
  findings.count(status === null ? 'webhooks without an answer' : `webhooks answered ${status}`)
  if (status !== null && ![isForged ? 401 : 204, 503].includes(status))
    findings.report(`A ${isForged ? 'forged' : 'signed'} webhook was answered ${status}`)
}
