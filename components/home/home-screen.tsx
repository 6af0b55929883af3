import type { Mention } from '@/lib/notes/note'
import { MarkSeen } from './mark-seen'
import { MentionRow } from './mention-row'

type Props = { mentions: Mention[]; now: number }

/** What colleagues want from this member. */
export function HomeScreen({ mentions, now }: Props) {
  return (
    <div className="lg:h-full lg:overflow-y-auto">
      <header className="border-b border-line px-4 py-3 lg:px-6">
        <h1 className="text-xl font-semibold tracking-tight">Home</h1>
      </header>
      <section aria-labelledby="mentions" className="max-w-[46rem] px-4 py-4 lg:px-6">
        <h2 id="mentions" className="mb-1 text-2xs font-medium text-muted">
          Notes that name you
        </h2>
        {mentions.length === 0 ? (
          <p className="py-3 text-muted">
            Nobody has named you in a note yet. When a colleague writes @ and your email in one, it appears here.
          </p>
        ) : (
          <ol>
            {mentions.map((mention) => (
              <MentionRow key={mention.note.id} mention={mention} now={now} />
            ))}
          </ol>
        )}
      </section>
      <MarkSeen noteIds={mentions.filter(({ seen }) => !seen).map(({ note }) => note.id)} />
    </div>
  )
}
