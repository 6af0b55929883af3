import 'server-only'
import { fetchFlows, fetchInterviews, fetchTeams } from '../ribbon/client'
import { readPages } from './pages'
import { markGoneFlows, storeFlows, storeTeams } from './store-flows'
import { storeInterviews } from './store-interview'

const INTERVIEWS_A_PAGE = 20
const FLOWS_A_PAGE = 100

/**
 * Brings teams, flows and interviews up to date, a page in memory at a time. `onPage` is called after each part that was
 * stored: a long pull shows that it is alive, and stops where it throws. Throws the `ribbon_…` codes; what was stored stays.
 */
export async function pull({ onPage }: { onPage: () => Promise<void> }): Promise<void> {
  await storeTeams(await fetchTeams())
  await onPage()

  const flows = await readPages({ limit: FLOWS_A_PAGE, fetchPage: fetchFlows, store: storeFlows, onPage })
  if (flows.isComplete) await markGoneFlows([...flows.ids])

  for (const status of ['completed', 'incomplete'] as const) {
    await readPages({
      limit: INTERVIEWS_A_PAGE,
      fetchPage: (window) => fetchInterviews({ status, ...window }),
      store: storeInterviews,
      onPage,
    })
  }
}
