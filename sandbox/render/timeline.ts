import { createHash } from 'node:crypto'
import type { Cue, Screenplay, Utterance } from './screenplay'
import { Slip } from './slip'
import type { Speech, TimedWord } from './speech'

/** An utterance at its place in the recording; all times are seconds from the recording's start. */
export type Placed = Utterance & { speech: Speech; audioStart: number; words: TimedWord[]; start: number; end: number }

const SHORTEST_PAUSE = 0.3
const PAUSE_SPREAD = 0.6
const LEAD_IN = 0.7

/** Places the utterances one after another by their cues; throws when a cue makes somebody talk over themself. */
export function placeUtterances(screenplay: Screenplay, speeches: readonly Speech[]): Placed[] {
  const placed: Placed[] = []
  for (const [index, utterance] of screenplay.utterances.entries()) {
    const speech = speeches[index]
    if (!speech) throw new Error(`${screenplay.file}:${utterance.line}: this utterance was never spoken`)
    const next = place(utterance, speech, startOf(utterance.cue, placed, naturalPause(screenplay.id, index)))
    refuseImpossible(screenplay.file, next, placed)
    placed.push(next)
  }
  return placed
}

function place(utterance: Utterance, speech: Speech, start: number): Placed {
  const audioStart = start - (speech.words[0]?.start ?? 0)
  const words = speech.words.map((said) => ({ ...said, start: audioStart + said.start, end: audioStart + said.end }))
  return { ...utterance, speech, audioStart, words, start, end: words.at(-1)?.end ?? start }
}

function startOf(cue: Cue, placed: readonly Placed[], pause: number): number {
  const previous = placed.at(-1)
  if (!previous) return cue.kind === 'after end' ? cue.seconds : LEAD_IN + pause
  if (cue.kind === 'after end') return previous.end + cue.seconds
  if (cue.kind === 'before end') return previous.end - cue.seconds
  if (cue.kind === 'before start') return previous.start - cue.seconds
  return Math.max(...placed.map(({ end }) => end)) + pause
}

function refuseImpossible(file: string, next: Placed, placed: readonly Placed[]) {
  const own = Math.max(0, ...placed.filter(({ role }) => role === next.role).map(({ end }) => end))
  if (next.start >= own) return
  const by = (own - next.start).toFixed(2)
  throw new Slip(
    file,
    next.line,
    `starts ${by} s too early: the same speaker is still talking (or the recording has not begun)`,
  )
}

/** Seconds of silence between two utterances: they vary, but never from one rendering to the next. */
function naturalPause(id: string, index: number): number {
  const digest = createHash('sha256').update(`${id}:${index}`).digest()
  return SHORTEST_PAUSE + PAUSE_SPREAD * (digest.readUInt32BE() / 2 ** 32)
}
