import { useState } from 'react'
import { formatDuration } from '../duration'
import { useInBrowser } from '../in-browser'
import { Button } from '../ui/button'
import { findBegunCorrection, KeptCorrection } from './kept-correction'
import { rangeOfOriginal } from './segment-text'
import { useTranscript } from './transcript-context'

/** Says that a correction was begun before the page was loaded anew, and leads to its words, where it is gone on with. */
export function BegunCorrection() {
  const { interviewId } = useTranscript()
  return <Begun key={interviewId} interviewId={interviewId} />
}

function Begun({ interviewId }: { interviewId: string }) {
  const { segments, times } = useTranscript()
  const [find] = useState(() => foundOnce(interviewId))
  const begun = useInBrowser(find, null)
  const [isOver, setOver] = useState(false)
  const [isMoved, setMoved] = useState(false)
  if (!begun || isOver) return null

  const { segment, from, to, text } = begun
  const goThere = () => {
    const said = segments.said(segment)
    const range = said && rangeOfOriginal(said, { from, to })
    if (!range) return setMoved(true)
    setOver(true)
    said.scrollIntoView({ block: 'center' })
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
  }
  const discard = () => {
    new KeptCorrection(interviewId, begun).drop()
    setOver(true)
  }
  return (
    <div
      role="status"
      className="sticky top-[calc(var(--room-header,0px)+5.25rem)] z-10 flex flex-wrap items-center gap-1 border-b border-line bg-canvas px-4 py-1.5 text-xs text-warn lg:top-0 lg:px-6 print:hidden max-lg:pointer-coarse:top-[calc(var(--room-header,0px)+5.75rem)] max-lg:low:static"
    >
      <span className="min-w-0 wrap-anywhere">
        You had begun a correction at {formatDuration(times[segment]?.start ?? null)}: “<bdi>{text}</bdi>”.
        {isMoved && ' Its words are not there any more.'}
      </span>
      <Button look="quiet" size="small" className="text-xs" onClick={goThere}>
        Go to the words
      </Button>
      <Button look="quiet" size="small" className="text-xs" onClick={discard}>
        Discard
      </Button>
    </div>
  )
}

/** Looked for once: not those that are begun on this page. */
function foundOnce(interviewId: string) {
  let found: ReturnType<typeof findBegunCorrection> | undefined
  return () => {
    if (found === undefined) found = findBegunCorrection(interviewId)
    return found
  }
}
