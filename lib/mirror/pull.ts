import 'server-only'
import { fetchFlows, fetchTeamMembers, fetchTeams } from '../ribbon/client'
import { storeSecrets } from '../webhooks/secrets'
import { followUpUnseen } from './gone'
import { followUp } from './left-list'
import { askForPage, askInOrder, takePlace } from './order'
import { readPages } from './pages'
import { readList } from './read-list'
import { reread } from './reread'
import { markGoneFlows, storeFlows, storeTeamMembers, storeTeams } from './store-flows'

const FLOWS_A_PAGE = 100

/**
 * Brings teams, flows and interviews up to date, a page in memory at a time. `onPage` is called after each part that was
 * stored: a long pull shows that it is alive, and stops where it throws, to go on from there next time. Throws the
 * `ribbon_…` codes; what was stored stays.
 */
export async function pull({ onPage }: { onPage: () => Promise<void> }): Promise<void> {
  const teams = await askInOrder((beforeSend) => fetchTeams(beforeSend))
  await storeTeams(teams.answer.map((team) => ({ ...team, asked: teams.asked })))
  const members = await askInOrder((beforeSend) => fetchTeamMembers({}, beforeSend))
  await storeTeamMembers(members.answer.map((member) => ({ ...member, asked: members.asked })))
  await onPage()

  await pullFlows(onPage)

  const since = await takePlace()
  // In this order: one that is finished meanwhile is met twice rather than never.
  const incomplete = await readList({ status: 'incomplete', goOn: onPage })
  if (incomplete) await followUp(incomplete, onPage)
  const completed = await readList({ status: 'completed', goOn: onPage })
  if (incomplete && completed) await followUpUnseen(since, onPage)
  if (completed === null) await reread(onPage)
}

/** Teams of flows are whom their interviews belong to, so they come first. Throws the `ribbon_…` codes. */
export async function pullFlows(onPage: () => Promise<void>): Promise<void> {
  let firstAsked = Infinity
  const { ids, isComplete } = await readPages({
    limit: FLOWS_A_PAGE,
    fetchPage: async (window) => {
      const page = await askForPage((beforeSend) => fetchFlows(window, beforeSend))
      firstAsked = Math.min(firstAsked, page.asked)
      return page
    },
    store: async (page) => {
      await storeFlows(page.map(({ flow, asked }) => ({ ...flow, asked })))
      await storeSecrets(page)
    },
    onPage,
  })
  // An organisation without any flow is more likely a hiccup of Ribbon's.
  if (isComplete && ids.size > 0) await markGoneFlows(firstAsked)
}
