import 'server-only'
import { fetchInterview } from '../ribbon/client'
import { adoptFlowTeams } from './store-flows'
import { storeInterview } from './store-interview'

/** Fetches one interview from Ribbon and stores it. Throws the `ribbon_…` codes; what is stored stays as it was then. */
export async function mirrorInterview(id: string): Promise<void> {
  const interview = await fetchInterview(id)
  await storeInterview(interview)
  if (interview.teamId === null) await adoptFlowTeams()
}
