import { formatMoment } from '@/lib/transcript/moment'
import { memberLabel, memberTitle } from '@/lib/members/member'
import type { Mention } from '@/lib/notes/note'
import { candidateLabel } from '../candidates/identity/candidate-label'
import { candidatePath } from '../candidates/identity/candidate-path'
import { formatDuration } from '../duration'
import { TimeAgo } from '../time-ago'
import { PageLink } from '../ui/page-link'

type Props = { mention: Mention; now: number }

/** Leads to the moment that the note is about. */
export function MentionRow({ mention: { note, interview, seen }, now }: Props) {
  const moment = note.at === null ? '' : `t=${formatMoment({ start: note.at, end: null })}`
  return (
    <li className="border-b border-line last:border-0">
      <PageLink
        href={`${candidatePath(interview.id, moment)}#note-${note.id}`}
        className="-mx-2 block rounded-md px-2 py-2.5 hover:bg-hover"
      >
        <span className="flex items-baseline gap-2">
          {!seen && (
            <span className="size-2 shrink-0 self-center rounded-full bg-accent">
              <span className="sr-only">New</span>
            </span>
          )}
          <bdi className="min-w-0 truncate font-medium">{candidateLabel(interview.candidate)}</bdi>
          {interview.flowTitle && <bdi className="min-w-0 truncate text-muted">{interview.flowTitle}</bdi>}
          {note.at !== null && <span className="text-muted numeric">{formatDuration(note.at)}</span>}
          <span className="ml-auto text-xs whitespace-nowrap text-muted">
            <TimeAgo at={note.createdAt} now={now} />
          </span>
        </span>
        <span dir="auto" className="mt-0.5 line-clamp-3 wrap-anywhere whitespace-pre-line">
          <bdi className="text-muted" title={memberTitle(note.author)}>
            {memberLabel(note.author)}:
          </bdi>{' '}
          <bdi>{note.body}</bdi>
        </span>
      </PageLink>
    </li>
  )
}
