import type { AboutWhat } from '@/lib/audit/log/logged-event'
import { candidateLabel, flowLabel } from '../candidates/identity/candidate-label'
import { candidatePath } from '../candidates/identity/candidate-path'
import { PageLink } from '../ui/page-link'
import { labelOf } from './event-words'

const LINK = 'font-medium hover:underline'

/** What an event is about, as far as there still is a name for it. */
export function AboutName({ about }: { about: AboutWhat | null }) {
  if (!about) return <span className="text-muted">something that is gone</span>
  if (about.kind === 'interview' && about.candidate) {
    return (
      <PageLink href={candidatePath(about.id, '')} className={LINK}>
        <bdi>{candidateLabel(about.candidate)}</bdi>
      </PageLink>
    )
  }
  if (about.kind === 'flow' && about.title !== null) {
    return (
      <PageLink href={`/candidates?${new URLSearchParams({ flow: about.id })}`} className={LINK}>
        <bdi>{flowLabel(about)}</bdi>
      </PageLink>
    )
  }
  if (about.kind === 'member' && about.member) return <bdi className="font-medium">{labelOf(about.member)}</bdi>
  return <code className="text-xs text-muted">{about.id}</code>
}
