import { formatMoment } from '@/lib/transcript/moment'
import { memberLabel, memberTitle } from '@/lib/members/member'
import type { QuotedMoment, SplitInterview } from '@/lib/votes/agenda/agenda'
import { candidateLabel } from '../../candidates/identity/candidate-label'
import { candidatePath } from '../../candidates/identity/candidate-path'
import { formatDuration } from '../../duration'
import { guarded } from '../../guarded'
import { PageLink } from '../../ui/page-link'
import { CAST_WORDS, VOTE_LABELS } from '../vote-words'
import { FINGER_TARGET } from '../../ui/finger-target'

/** Each vote beside its reason and the words of the talk that its author wrote a note on. */
export const SplitInterviewSection = guarded('This split', function SplitInterviewSection({ split }: Props) {
  const { interview, votes } = split
  return (
    <section className="border-b border-line py-4 last:border-0 print:break-inside-avoid">
      <h2 className="flex items-baseline gap-2">
        <PageLink
          href={candidatePath(interview.id, '')}
          className="min-w-0 truncate font-medium hover:underline pointer-coarse:py-3"
        >
          <bdi>{candidateLabel(interview.candidate)}</bdi>
        </PageLink>
        {interview.flowTitle && <bdi className="min-w-0 truncate text-muted">{interview.flowTitle}</bdi>}
      </h2>
      <ol className="mt-1.5 space-y-2">
        {votes.map((vote) => (
          <li key={vote.member.id} className="grid gap-x-4 sm:grid-cols-[7rem_minmax(0,1fr)]">
            <span className="font-medium">{VOTE_LABELS[vote.vote]}</span>
            <div className="min-w-0">
              <p className="text-xs text-muted">
                <bdi title={memberTitle(vote.member)}>{memberLabel(vote.member)}</bdi>
                {CAST_WORDS[vote.cast] && `, ${CAST_WORDS[vote.cast]}`}
              </p>
              {vote.reason && (
                <p dir="auto" className="wrap-anywhere whitespace-pre-line">
                  {vote.reason}
                </p>
              )}
              {vote.moments.map((moment) => (
                <Moment key={moment.noteId} interviewId={interview.id} moment={moment} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
})

type Props = { split: SplitInterview }
type MomentProps = { interviewId: string; moment: QuotedMoment }

function Moment({ interviewId, moment: { noteId, at, text } }: MomentProps) {
  const search = at === null ? '' : `t=${formatMoment({ start: at, end: null })}`
  return (
    <p>
      <PageLink
        href={`${candidatePath(interviewId, search)}#note-${noteId}`}
        className={`group/moment ${FINGER_TARGET}`}
      >
        {at !== null && (
          <span className="mr-2 text-accent numeric group-hover/moment:underline">{formatDuration(at)}</span>
        )}
        <q dir="auto" className="text-muted group-hover/moment:text-ink">
          {text}
        </q>
      </PageLink>
    </p>
  )
}
