import { DebriefError } from '../errors'
import { correctionsBySegment, segmentsAsRead } from '../transcript/as-read'
import { speakerName } from '../transcript/speaker-name'
import { wordsOf } from '../transcript/words'
import { calledHere } from './called-here'
import { oneLine } from './one-line'
import type { ReadTranscript } from './read-transcript'
import { subtitleParts } from './subtitle-parts'

const SHORTEST_SECONDS = 0.1

type Line = { speaker: string; text: string }
/** Times are seconds. */
export type Subtitle = { start: number; end: number; lines: Line[] }

/**
 * What was said, as it is read, when it was said. What has no time stands with what was said before it, and says so. Throws
 * `transcript_untimed` where nothing has a time.
 */
export function subtitlesOf(transcript: ReadTranscript): Subtitle[] {
  const name = calledHere(transcript)
  const corrections = correctionsBySegment(transcript.corrections)
  const read = segmentsAsRead(transcript.segments, transcript.corrections)
  const subtitles: Subtitle[] = []
  const beforeAnyTime: Line[] = []
  for (const [index, { speaker: by, text, start, end }] of transcript.segments.entries()) {
    const speaker = speakerName(by, name)
    const whole = oneLine(read[index]?.text ?? '')
    if (whole === '') continue
    if (start === null) {
      const lines = subtitles.at(-1)?.lines ?? beforeAnyTime
      lines.push({ speaker, text: `${whole} (no time is known)` })
      continue
    }
    const parts = subtitleParts(text, wordsOf(transcript.words[index]), corrections.get(index) ?? [])
    const shown = parts.length > 0 ? parts : [{ text: whole, start, end: end ?? start }]
    for (const part of shown) {
      const until = Math.max(part.end, part.start + SHORTEST_SECONDS)
      subtitles.push({ start: part.start, end: until, lines: [{ speaker, text: part.text }] })
    }
  }
  if (subtitles.length === 0) throw new DebriefError('transcript_untimed')
  subtitles[0]?.lines.unshift(...beforeAnyTime)
  return subtitles.toSorted((a, b) => a.start - b.start)
}
