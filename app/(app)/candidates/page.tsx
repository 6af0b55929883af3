import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { CandidateList } from '@/components/candidates/candidate-list'
import { sentList } from '@/components/candidates/table/sent-list'
import { COLUMNS_COOKIE, readColumns } from '@/components/candidates/table/columns'
import { DrawnFor } from '@/components/drawn-for'
import { pack } from '@/components/packed'
import { recordSearch } from '@/lib/audit/commands'
import { findPullsWithViewer, pageMay, seesNothing } from '@/lib/auth/viewer'
import { listTeamsAndFlows } from '@/lib/flows/queries'
import { filterToSearch, parseInterviewFilter } from '@/lib/interviews/list/filter'
import { listInterviews } from '@/lib/interviews/list/queries'
import { toURLSearchParams } from '@/lib/interviews/list/search-params'
import { findFreshness } from '@/lib/mirror/queries'

export const metadata: Metadata = { title: 'Candidates' }

export default async function CandidatesPage({ searchParams }: PageProps<'/candidates'>) {
  const viewer = await pageMay('interview.read')
  const filter = parseInterviewFilter(toURLSearchParams(await searchParams))
  await recordSearch(viewer, filter.q)
  const pulls = await findPullsWithViewer()
  const [page, { teams, flows }, freshness, jar] = await Promise.all([
    listInterviews(viewer, { ...filter, cursor: null, total: 'bounded' }),
    listTeamsAndFlows(viewer),
    findFreshness(viewer, pulls),
    cookies(),
  ])

  return (
    <DrawnFor memberId={viewer.memberId}>
      <CandidateList
        sent={sentList({ search: filterToSearch(filter).toString(), page })}
        columns={readColumns(jar.get(COLUMNS_COOKIE)?.value)}
        flows={pack(flows.map(({ id, title, isWhole }) => ({ id, title, isWhole })))}
        teams={teams}
        freshness={freshness}
        now={Date.now()}
        role={viewer.role}
        isGivenNothing={seesNothing(viewer)}
      />
    </DrawnFor>
  )
}
