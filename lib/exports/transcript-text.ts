import { segmentsAsRead } from '../transcript/as-read'
import { speakerName } from '../transcript/speaker-name'
import { calledHere } from './called-here'
import { timeCode } from './time-code'
import { oneLine } from './one-line'
import type { ReadTranscript } from './read-transcript'

const NO_TIME = '--:--:--'

/** What was said, as it is read: a paragraph for each time that somebody speaks. */
export function transcriptText(transcript: ReadTranscript): string {
  const name = calledHere(transcript)
  const said = segmentsAsRead(transcript.segments, transcript.corrections).map(({ speaker, text, start }) => {
    const time = start === null ? NO_TIME : timeCode(start)
    return `[${time}] ${speakerName(speaker, name)}: ${oneLine(text)}`
  })
  const paragraphs = [head(transcript, name), ...(said.length > 0 ? said : ['Nothing was said.'])]
  return `${paragraphs.join('\n\n')}\n`
}

function head({ flowTitle, duration, firstSeenAt, segments, corrections }: ReadTranscript, name: string): string {
  const length = duration === null ? [] : [`Length ${timeCode(duration)}`]
  const untimed = segments.some(({ start }) => start === null) ? [`${NO_TIME}: no time is known`] : []
  const corrected =
    corrections.length === 0 ? [] : [`Read with ${corrections.length} of its words or phrases corrected`]
  const title = flowTitle === null ? [] : [oneLine(flowTitle)]
  return [name, ...title, `First seen ${firstSeenAt.slice(0, 10)}`, ...length, ...corrected, ...untimed].join('\n')
}
