import type { Metadata } from 'next'
import { AuditScreen } from '@/components/audit/audit-screen'
import { candidateLabel } from '@/components/candidates/identity/candidate-label'
import { DrawnFor } from '@/components/drawn-for'
import { placeNames } from '@/components/invitations/place-names'
import { SettingsFrame } from '@/components/shell/settings-frame'
import { parseLogFilter } from '@/lib/audit/log/log-filter'
import { findLogHead, listActors, listLog } from '@/lib/audit/log/queries'
import { pageMay } from '@/lib/auth/viewer'
import { listTeamsAndFlows } from '@/lib/flows/queries'
import { findInterview } from '@/lib/interviews/queries'
import { toURLSearchParams } from '@/lib/interviews/list/search-params'

export const metadata: Metadata = { title: 'Audit' }

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const admin = await pageMay('audit.read')
  const filter = parseLogFilter(toURLSearchParams(await searchParams))
  const [page, head, actors, { teams, flows }, interview] = await Promise.all([
    listLog(admin, filter),
    findLogHead(admin),
    listActors(admin),
    listTeamsAndFlows(admin),
    filter.interview === null ? null : findInterview(admin, filter.interview),
  ])
  return (
    <DrawnFor memberId={admin.memberId}>
      <SettingsFrame role={admin.role}>
        <AuditScreen
          initial={page}
          filter={filter}
          head={head}
          actors={actors}
          places={placeNames(teams, flows)}
          candidate={interview && candidateLabel(interview.candidate)}
        />
      </SettingsFrame>
    </DrawnFor>
  )
}
