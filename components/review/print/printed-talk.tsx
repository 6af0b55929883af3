import { guarded } from '../../guarded'
import { formatDuration } from '../../duration'
import { useTranscript } from '../../transcript/transcript-context'
import { useSpeaker } from '../../transcript/use-speaker'

/** On paper there is nothing to play: what was said, by whom and when; `segments` are indices. */
export const PrintedTalk = guarded('What was said', function PrintedTalk({ segments }: { segments: number[] }) {
  const { segments: drawn, times } = useTranscript()
  const speakerOf = useSpeaker()
  return (
    <ol className="mt-1.5">
      {segments.map((segment) => (
        <li key={segment} className="grid grid-cols-[3rem_5rem_minmax(0,1fr)] gap-2 py-0.5">
          <span className="text-right text-faint numeric">{formatDuration(times[segment]?.start ?? null)}</span>
          <b dir="auto" className="truncate font-medium">
            {speakerOf(segment)}
          </b>
          <span dir="auto">{drawn.said(segment)?.textContent}</span>
        </li>
      ))}
    </ol>
  )
})
