import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonSpans, speechSpans, type TimeSpan } from '../transcript/speech'
import type { Segment } from '../transcript/transcript'
import { compactWords } from '../transcript/words'
import { maskOf } from './mask'
import { withAround } from './masked-spans'
import { playedSpans } from './played-spans'
import { wordsAsRead } from './words-as-read'

/** A word as it sounds, in seconds, and what of that Ribbon tells: when it starts and ends, and where it is in the text. */
type Sounded = { text: string; sounds: TimeSpan; startsAt: number | null; endsAt: number | null; isPlaced: boolean }
type Spoken = { speaker: Segment['speaker']; words: Sounded[] }

/** As lib/ribbon reads it: a word that lacks one of its times lasts none, and one that lacks both has no place. */
function toldOf({ speaker, words }: Spoken) {
  let place = 0
  const told = words.map(({ text, startsAt, endsAt, isPlaced }) => {
    const from = place
    place += text.length + 1
    const start = startsAt ?? endsAt
    const time = start === null ? null : { start, end: endsAt ?? start }
    return { time, placed: isPlaced && time ? [{ from, to: from + text.length, ...time }] : [] }
  })
  const times = told.flatMap(({ time }) => time ?? [])
  const segment: Segment = {
    speaker,
    text: words.map(({ text }) => text).join(' '),
    start: times.length === 0 ? null : Math.min(...times.map(({ start }) => start)),
    end: times.length === 0 ? null : Math.max(...times.map(({ end }) => end)),
  }
  return { segment, words: compactWords([told.flatMap(({ placed }) => placed)])[0] }
}

function playsOf(said: Spoken[]) {
  const told = said.map((spoken) => toldOf(spoken))
  const mask = maskOf({ name: 'Ingrid', email: null })
  const read = withAround(told).map((one) => wordsAsRead({ ...one, corrections: [] }, mask))
  return playedSpans({
    segments: told.map(({ segment }) => segment),
    words: read.map(({ words }) => words),
    masked: read.flatMap(({ masked }) => masked),
    spans: speechSpans(
      told.flatMap(({ segment: { start, end } }) => (start === null || end === null ? [] : { start, end })),
    ),
  })
}

const word = fc.record({
  text: fc.constantFrom('Ingrid', 'hello', 'night'),
  pause: fc.nat(1_500),
  length: fc.integer({ min: 1, max: 1_500 }),
  startIsKnown: fc.boolean(),
  endIsKnown: fc.boolean(),
  isPlaced: fc.boolean(),
})
const talk = fc
  .array(fc.record({ speaker: fc.constantFrom('candidate', 'agent'), words: fc.array(word, { maxLength: 6 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((said) => {
    let ms = 0
    return said.map(({ speaker, words }): Spoken => {
      return {
        speaker,
        words: words.map(({ text, pause, length, startIsKnown, endIsKnown, isPlaced }) => {
          const start = (ms += pause) / 1000
          const end = (ms += length) / 1000
          const times = { startsAt: startIsKnown ? start : null, endsAt: endIsKnown ? end : null }
          return { text, sounds: { start, end }, ...times, isPlaced }
        }),
      }
    })
  })

test('a name that is hidden does not sound, whatever of its and its neighbours’ places and times is missing', () => {
  fc.assert(
    fc.property(talk, (said) => {
      const { candidate, everything } = playsOf(said)
      const names = said.flatMap(({ words }) => words.filter(({ text }) => text === 'Ingrid'))
      for (const played of [candidate, everything])
        for (const { sounds } of names) expect(commonSpans(played, [sounds])).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

const said = (text: string, start: number, lost: Partial<Sounded> = {}): Sounded => {
  return { text, sounds: { start, end: start + 1 }, startsAt: start, endsAt: start + 1, isPlaced: true, ...lost }
}

test.each([
  ['everything of it is known', {}, { start: 2, end: 3 }],
  ['it has no place', { isPlaced: false }, { start: 1, end: 4 }],
  ['it has no end', { endsAt: null }, { start: 1, end: 4 }],
  ['it has no time', { startsAt: null, endsAt: null }, { start: 1, end: 4 }],
])('a name is left out, and of the rest the silence around it at most, where %s', (_, lost, silent) => {
  const words = [said('hello', 0), said('Ingrid', 2, lost), said('night', 4)]
  const { everything } = playsOf([{ speaker: 'candidate', words }])
  expect(everything).toEqual([
    { start: 0, end: silent.start },
    { start: silent.end, end: 5 },
  ])
})
