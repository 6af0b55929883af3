import { z } from 'zod'
import type { Segment, Speaker } from '../transcript/transcript'
import { addSpan, type TimeSpan } from '../transcript/speech'
import type { CompactWords, WordWriter } from '../transcript/words'
import { ITEM_LIMITS, TEXT_LIMITS } from './limits'
import { tokensOf } from './tokens'
import { cut, listOf, readSeconds, text, textUpTo } from './wire'
import { wordPlacer } from './word-places'

/** A segment with its words that have a place in its text, and the speech of all that have a time. */
export type Utterance = { segment: Segment; words: CompactWords[number]; spans: TimeSpan[] }

/** Its words are read by hand: there are thousands of them, and a schema takes twenty times as long as parsing their JSON. */
const utterance = z.object({
  role: text.catch(''),
  content: textUpTo(TEXT_LIMITS.segment).catch(''),
  words: z.unknown().optional().transform(tokensOf),
})
const UNREADABLE_UTTERANCE = { role: '', content: '', words: tokensOf([]) }

export const wireTranscript = listOf(utterance, { instead: UNREADABLE_UTTERANCE, most: ITEM_LIMITS.segments })

type WireUtterance = z.output<typeof utterance>

export function reshapeUtterance({ role, content, words: tokens }: WireUtterance, writer: WordWriter): Utterance {
  const text = content.trim() === '' ? cut(tokens.text, TEXT_LIMITS.segment) : content
  const nextPlace = wordPlacer(text, tokens)
  const spans: TimeSpan[] = []
  tokens.ends.forEach((_, index) => {
    const place = nextPlace()
    const time = timeOf(tokens.times[2 * index], tokens.times[2 * index + 1])
    if (time) addSpan(spans, time)
    if (time && place) writer.add(place, time)
  })
  return { segment: { speaker: speakerOf(role), text, ...extentOf(spans) }, words: writer.endSegment(), spans }
}

/** The plain transcript is `Agent: …` and `User: …` lines, without times: what is left when Ribbon sends no segments. */
export function utterancesOfPlainText(plain: string): Utterance[] {
  const [before = '', ...parts] = plain.split(/^(Agent|User): ?/m, 2 * ITEM_LIMITS.segments + 3)
  const turns = parts.flatMap((part, index) => (index % 2 === 1 ? [[parts[index - 1] ?? '', part] as const] : []))
  const all = before.trim() === '' ? turns : [['', before] as const, ...turns]
  const most = ITEM_LIMITS.segments
  const shown = all.length <= most ? all : [...all.slice(0, most - 1), ['', '…'] as const]

  return shown.map(([role, said]) => ({
    segment: {
      speaker: speakerOf(role.toLowerCase()),
      text: cut(said.trim(), TEXT_LIMITS.segment),
      start: null,
      end: null,
    },
    words: '',
    spans: [],
  }))
}

/** The first of them, as far as a transcript is kept: what is more is cut with a mark. */
export function withinLength(utterances: Utterance[]): Utterance[] {
  let length = 0
  const end = utterances.findIndex(({ segment }) => (length += segment.text.length) > TEXT_LIMITS.transcript)
  const last = utterances[end]
  if (!last) return utterances
  return [...utterances.slice(0, end), { segment: { ...last.segment, text: '…' }, words: '', spans: [] }]
}

function speakerOf(role: string): Speaker {
  if (role === 'agent') return 'agent'
  return role === 'user' ? 'candidate' : 'other'
}

/** A word that lacks one of its times lasts no time; one that lacks both has no place in the recording. */
function timeOf(sentStart: number | undefined, sentEnd: number | undefined): TimeSpan | null {
  const [start, end] = [readSeconds(sentStart), readSeconds(sentEnd)]
  const begins = start ?? end
  return begins === null ? null : { start: begins, end: Math.max(begins, end ?? begins) }
}

function extentOf(spans: TimeSpan[]): Pick<Segment, 'start' | 'end'> {
  if (spans.length === 0) return { start: null, end: null }
  return {
    start: spans.reduce((first, span) => Math.min(first, span.start), Infinity),
    end: spans.reduce((last, span) => Math.max(last, span.end), 0),
  }
}
