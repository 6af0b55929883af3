import { createHash } from 'node:crypto'
import { FlowStore } from './flow-store'
import { InterviewStore } from './interview-store'
import { readEvening, readSamples, type House } from './samples'
import { SyntheticInterviews } from './synthetic/catalogue'
import { syntheticHouse } from './synthetic/house'
import { TeamStore } from './team-store'
import type { InterviewFlow, Interviewee } from './wire'

/** Everything the organisation has; changes last as long as the process. */
export type Store = {
  teams: TeamStore
  flows: FlowStore
  interviews: InterviewStore
  /** Who was invited, by interview id: Ribbon shows it only once the interview has taken place. */
  invited: Map<string, Interviewee>
}

/** `evening` adds a flow of which twelve interviews are finished. */
export type StoreOptions = { samples: 'all' | 'none'; evening: boolean; interviews: number; seed: number }

export function openStore({ samples, evening, interviews: count, seed }: StoreOptions): Store {
  const house = withEvening(samples === 'all' ? readSamples() : syntheticHouse(), evening)
  const flows = new FlowStore(house.flows.map((flow) => withSecret(flow)))
  const interviews = new InterviewStore(new SyntheticInterviews({ count, seed, flows: house.flows }))
  for (const interview of house.interviews) {
    interviews.put(interview, flows.find(interview.interview_flow_id)?.team_id ?? '')
  }
  return { teams: new TeamStore(house), flows, interviews, invited: new Map() }
}

function withEvening(house: House, isWanted: boolean): House {
  if (!isWanted) return house
  const { flows, interviews } = readEvening()
  return { ...house, flows: [...house.flows, ...flows], interviews: [...house.interviews, ...interviews] }
}

/** Each flow signs its events with a secret of its own, as Ribbon's do. */
function withSecret(flow: InterviewFlow): InterviewFlow {
  const ofItsOwn = createHash('sha256').update(`webhooks of ${flow.interview_flow_id}`).digest('hex').slice(0, 32)
  return { ...flow, webhook_secret_key: flow.webhook_secret_key ?? ofItsOwn }
}
