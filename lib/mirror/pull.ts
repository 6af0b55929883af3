import 'server-only'
import { fetchFlows, fetchInterviews, fetchTeams } from '../ribbon/client'
import type { Page } from '../ribbon/page'
import { adoptFlowTeams, markGoneFlows, storeFlow, storeTeams } from './store-flows'
import { storeInterview } from './store-interview'

const INTERVIEWS_A_PAGE = 20
const FLOWS_A_PAGE = 100

/** `onPage` is called after every page that was stored: a long pull shows that it is alive, and stops where it throws. */
export type Progress = { onPage: () => Promise<void> }

/** Brings teams, flows and interviews up to date, a page in memory at a time. Throws the `ribbon_…` codes; what was stored stays. */
export async function pull({ onPage }: Progress): Promise<void> {
  await storeTeams(await fetchTeams())
  const flowIds = await readPages(FLOWS_A_PAGE, fetchFlows, async (flow) => storeFlow(flow), onPage)
  await markGoneFlows([...flowIds])

  for (const status of ['completed', 'incomplete'] as const) {
    const page = (window: Window) => fetchInterviews({ status, ...window })
    await readPages(INTERVIEWS_A_PAGE, page, storeInterview, onPage)
  }
  await adoptFlowTeams()
}

type Window = { limit: number; offset: number }

/** Until a short page, or one without anything new: a server that ignores the offset must not be read for ever. */
async function readPages<T extends { id: string }>(
  limit: number,
  fetchPage: (window: Window) => Promise<Page<T>>,
  store: (item: T) => Promise<void>,
  onPage: () => Promise<void>,
): Promise<Set<string>> {
  const seen = new Set<string>()
  for (let offset = 0; ; offset += limit) {
    const { items, received } = await fetchPage({ limit, offset })
    const fresh = items.filter((item) => !seen.has(item.id))
    for (const item of fresh) {
      seen.add(item.id)
      await store(item)
    }
    await onPage()
    if (received < limit || (fresh.length === 0 && items.length > 0)) return seen
  }
}
