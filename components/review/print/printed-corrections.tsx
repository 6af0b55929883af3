import { memberLabel } from '@/lib/members/member'
import { guarded } from '../../guarded'
import { formatDuration } from '../../duration'
import { useTranscript } from '../../transcript/transcript-context'

/** A reader of the paper must know which words are not Ribbon's. */
export const PrintedCorrections = guarded('The corrected words', function PrintedCorrections() {
  const { corrections, times } = useTranscript()
  if (corrections.length === 0) return null
  return (
    <section className="mt-6">
      <h2 className="mb-1 font-semibold">Corrected words</h2>
      <ul>
        {corrections.map(({ id, segment, original, replacement, author }) => (
          <li key={id} className="py-0.5">
            <span className="numeric">{formatDuration(times[segment]?.start ?? null)}</span> “<bdi>{replacement}</bdi>”,
            where Ribbon heard “<bdi>{original}</bdi>” (corrected by{' '}
            <bdi>{author ? memberLabel(author) : 'a colleague'}</bdi>)
          </li>
        ))}
      </ul>
    </section>
  )
})
