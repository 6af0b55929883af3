import type { Attempt } from '@/lib/attempts/attempt'
import { guarded } from '../guarded'
import { candidatePath } from '../candidates/identity/candidate-path'
import { Day } from '../day'
import { PageLink } from '../ui/page-link'
import { howMany } from '../how-many'
import { judgedWords } from './judged-words'
import { UnlinkButton } from './unlink-button'

type Props = {
  interviewId: string
  /** Of this candidate in this flow, from the first on; none where this is the only one. */
  attempts: Attempt[]
  search: string
  mayLink: boolean
}

/** The interviews of one candidate in one flow, each a click away and with who has judged it. */
export const AttemptsLine = guarded('The attempts', function AttemptsLine({ interviewId, attempts, ...shown }: Props) {
  const { search, mayLink } = shown
  const here = attempts.find(({ id }) => id === interviewId)
  if (!here) return null
  return (
    <nav
      aria-label="Attempts of this candidate"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5 text-xs text-muted lg:px-6 print:hidden"
    >
      <span>
        Attempt {here.number} of {here.total}
      </span>
      <ol className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {attempts.map((attempt) => (
          <li key={attempt.id}>
            {attempt === here ? (
              <span aria-current="page" className="font-medium text-ink">
                <AttemptWords attempt={attempt} />
              </span>
            ) : (
              <PageLink
                href={candidatePath(attempt.id, search)}
                className="inline-flex min-h-6 items-center hover:text-ink hover:underline pointer-coarse:min-h-11"
              >
                <AttemptWords attempt={attempt} />
              </PageLink>
            )}
          </li>
        ))}
      </ol>
      <Unlisted count={here.total - attempts.length} />
      {mayLink && here.isLinked && <UnlinkButton interviewId={interviewId} />}
    </nav>
  )
})

function Unlisted({ count }: { count: number }) {
  if (count <= 0) return null
  return (
    <span>
      {howMany(count, 'more is', 'more are')} not listed. Search Candidates for the name or email to find{' '}
      {count === 1 ? 'it' : 'them'}.
    </span>
  )
}

function AttemptWords({ attempt }: { attempt: Attempt }) {
  return (
    <span>
      <span className="numeric">{attempt.number}</span> · <Day at={attempt.firstSeenAt} /> · {judgedWords(attempt)}
    </span>
  )
}
