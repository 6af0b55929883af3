import 'server-only'
import { fetchFlows, fetchTeamMembers, fetchTeams } from '../ribbon/client'
import { storeSecrets } from '../webhooks/secrets'
import { markGone } from './gone'
import { followUp } from './left-list'
import { readPages } from './pages'
import { readList } from './read-list'
import { markGoneFlows, storeFlows, storeTeamMembers, storeTeams } from './store-flows'

const FLOWS_A_PAGE = 100

/**
 * Brings teams, flows and interviews up to date, a page in memory at a time. `onPage` is called after each part that was
 * stored: a long pull shows that it is alive, and stops where it throws, to go on from there next time. Throws the
 * `ribbon_…` codes; what was stored stays.
 */
export async function pull({ onPage }: { onPage: () => Promise<void> }): Promise<void> {
  await storeTeams(await fetchTeams())
  await storeTeamMembers(await fetchTeamMembers())
  await onPage()

  const flows = await readPages({
    limit: FLOWS_A_PAGE,
    fetchPage: fetchFlows,
    store: async (page) => {
      await storeFlows(page.map(({ flow }) => flow))
      await storeSecrets(page)
    },
    onPage,
  })
  if (flows.isComplete) await markGoneFlows([...flows.ids])

  // In this order: one that is finished meanwhile is met twice rather than never.
  const incomplete = await readList({ status: 'incomplete', goOn: onPage })
  if (incomplete) await followUp(incomplete, onPage)
  const completed = await readList({ status: 'completed', goOn: onPage })
  if (incomplete && completed) await markGone([...incomplete, ...completed], onPage)
}
