import type { Mention } from '@/lib/notes/note'
import { RefreshOnceGone } from '../refresh-once-gone'
import { MarkSeen } from './mark-seen'
import { MentionRow } from './mention-row'

type Props = { mentions: Mention[]; now: number }

/** What colleagues want from this member. */
export function Mentions({ mentions, now }: Props) {
  return (
    <section aria-labelledby="mentions" className="min-w-0">
      <h2 id="mentions" className="mb-1 text-2xs font-medium text-muted">
        Notes that name you
      </h2>
      {mentions.length === 0 ? (
        <p className="py-3 text-muted">
          Nobody has named you in a note yet. When a colleague writes @ and your name in one, it appears here.
        </p>
      ) : (
        <ol>
          {mentions.map((mention) => (
            <MentionRow key={mention.note.id} mention={mention} now={now} />
          ))}
        </ol>
      )}
      <RefreshOnceGone interviewIds={mentions.map(({ interview }) => interview.id)} />
      <MarkSeen noteIds={mentions.filter(({ seen }) => !seen).map(({ note }) => note.id)} />
    </section>
  )
}
