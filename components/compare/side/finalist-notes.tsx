import type { Finalist } from '@/lib/compare/side-by-side'
import { memberLabel, memberTitle } from '@/lib/members/member'
import { formatDuration } from '../../duration'
import { NoteText } from '../../notes/note-text'
import { hiddenWords } from '../../votes/vote-words'

/** What was written of a candidate, as far as the reader may know it. */
export function FinalistNotes({ notes, votes, invalid }: Pick<Finalist, 'notes' | 'votes' | 'invalid'>) {
  const isAll = 'all' in votes
  const hidden = hiddenWords(invalid !== null)
  return (
    <div className="space-y-3">
      {notes.map(({ id, author, body, at, quote }) => (
        <article key={id} aria-label={`Note by ${memberLabel(author)}`}>
          <p className="flex items-baseline gap-2 text-xs text-muted numeric">
            <bdi className="min-w-0 truncate font-medium text-ink" title={memberTitle(author)}>
              {memberLabel(author)}
            </bdi>
            {at !== null && formatDuration(at)}
          </p>
          {quote !== null && (
            <p dir="auto" className="my-0.5 border-l-2 border-edge pl-2 text-xs wrap-anywhere text-muted">
              “{quote}”
            </p>
          )}
          <NoteText body={body} />
        </article>
      ))}
      {!isAll && <p className="text-muted">{notes.length > 0 ? `Others’: ${hidden.toLowerCase()}` : hidden}</p>}
      {isAll && notes.length === 0 && <p className="text-muted">No notes</p>}
    </div>
  )
}
