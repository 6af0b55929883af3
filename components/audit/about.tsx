import type { AboutWhat } from '@/lib/audit/log/logged-event'
import { candidateLabel, flowLabel } from '../candidates/identity/candidate-label'
import { candidatePath } from '../candidates/identity/candidate-path'
import { PageLink } from '../ui/page-link'
import { labelOf } from './event-words'

/** One that is longer than its line ends with it. */
export const NAME_LINK = 'font-medium hover:underline lg:inline-block lg:max-w-full lg:truncate lg:align-bottom'

/** What an event is about, as far as there still is a name for it. */
export function AboutName({ about }: { about: AboutWhat | null }) {
  if (!about) return <span className="text-muted">something that is gone</span>
  if (about.kind === 'interview' && about.candidate) {
    const label = candidateLabel(about.candidate)
    return (
      <PageLink href={candidatePath(about.id, '')} className={NAME_LINK} title={label}>
        <bdi>{label}</bdi>
      </PageLink>
    )
  }
  if (about.kind === 'flow' && about.title !== null) {
    const label = flowLabel(about)
    return (
      <PageLink href={`/candidates?${new URLSearchParams({ flow: about.id })}`} className={NAME_LINK} title={label}>
        <bdi>{label}</bdi>
      </PageLink>
    )
  }
  if (about.kind === 'invitation' && about.email !== null) return <bdi className="font-medium">{about.email}</bdi>
  if (about.kind === 'member' && about.member) return <bdi className="font-medium">{labelOf(about.member)}</bdi>
  return <code className="text-xs text-muted">{about.id}</code>
}
