import { FlowStore } from './flow-store'
import { InterviewStore } from './interview-store'
import { readSamples } from './samples'
import { SyntheticInterviews } from './synthetic/catalogue'
import { syntheticHouse } from './synthetic/house'
import { TeamStore } from './team-store'
import type { Interviewee } from './wire'

/** Everything the organisation has; changes last as long as the process. */
export type Store = {
  teams: TeamStore
  flows: FlowStore
  interviews: InterviewStore
  /** Who was invited, by interview id: Ribbon shows it only once the interview has taken place. */
  invited: Map<string, Interviewee>
}

export type StoreOptions = { samples: 'all' | 'none'; interviews: number; seed: number }

export function openStore({ samples, interviews: count, seed }: StoreOptions): Store {
  const house = samples === 'all' ? readSamples() : syntheticHouse()
  const flows = new FlowStore(house.flows)
  const interviews = new InterviewStore(new SyntheticInterviews({ count, seed, flows: house.flows }))
  for (const interview of house.interviews) {
    interviews.put(interview, flows.find(interview.interview_flow_id)?.team_id ?? '')
  }
  return { teams: new TeamStore(house), flows, interviews, invited: new Map() }
}
