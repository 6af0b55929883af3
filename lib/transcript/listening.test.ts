import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSamples } from '../../sandbox/samples'
import { ribbonInterview } from '../ribbon/interview'
import { gapsOf, listeningSpans, spokenSpans } from './listening'
import { BREATH_SECONDS, secondsOf, speechSpans, type TimeSpan } from './speech'
import { wordsOf, type Word } from './words'

test('a quarter of a second is kept around each stretch, and a breath inside it stays', () => {
  const words = [
    { start: 10, end: 10.5 },
    { start: 11.2, end: 11.5 },
    { start: 12.4, end: 13 },
  ]
  expect(listeningSpans(words)).toEqual([
    { start: 9.75, end: 11.75 },
    { start: 12.15, end: 13.25 },
  ])
})

test('nothing is played before the beginning, and nobody who says nothing is heard', () => {
  expect(listeningSpans([{ start: 0.1, end: 1 }])).toEqual([{ start: 0, end: 1.25 }])
  expect(listeningSpans([])).toEqual([])
})

test('spans and gaps together are the whole', () => {
  const spans = [
    { start: 0, end: 2 },
    { start: 5, end: 8 },
  ]
  expect(gapsOf(spans, 10)).toEqual([
    { start: 2, end: 5 },
    { start: 8, end: 10 },
  ])
  expect(gapsOf([], 10)).toEqual([{ start: 0, end: 10 }])
  expect(gapsOf(spans, 7)).toEqual([{ start: 2, end: 5 }])
})

const word = (from: number, to: number, start: number, end: number): Word => ({ from, to, start, end })

test('a segment without placed words is spoken from its start to its end, and one without times never', () => {
  expect(spokenSpans([], { start: 3, end: 9 })).toEqual([{ start: 3, end: 9 }])
  expect(spokenSpans([], { start: null, end: null })).toEqual([])
})

test('what is said before the first and after the last placed word is spoken; a silence between words is not', () => {
  const words = [word(10, 14, 5, 6), word(15, 20, 12, 13)]
  expect(speechSpans(spokenSpans(words, { start: 1, end: 20 }))).toEqual([
    { start: 1, end: 6 },
    { start: 12, end: 20 },
  ])
})

test('where the text has words without a place, the time between their neighbours is spoken', () => {
  const words = [word(0, 4, 5, 6), word(14, 20, 12, 13)]
  expect(speechSpans(spokenSpans(words, { start: 5, end: 13 }))).toEqual([{ start: 5, end: 13 }])
})

test('whatever words have lost their place, none is cut, nor is the beginning or the end', () => {
  const token = fc.record({ pause: fc.nat(4_000), length: fc.nat(2_000), placed: fc.boolean() })
  fc.assert(
    fc.property(fc.array(token, { minLength: 1, maxLength: 30 }), (tokens) => {
      let [time, place] = [0, 0]
      const all = tokens.map(({ pause, length, placed }) => {
        const start = (time += pause)
        const from = place
        time += length
        place += 6
        return { ...word(from, from + 5, start / 1000, time / 1000), placed }
      })
      const [start, end] = [all[0]?.start ?? 0, all.at(-1)?.end ?? 0]
      const spans = speechSpans(
        spokenSpans(
          all.filter(({ placed }) => placed),
          { start, end },
        ),
      )
      const isSpoken = (said: TimeSpan) => spans.some((span) => span.start <= said.start && said.end <= span.end)
      expect(all.filter((said) => !isSpoken(said))).toEqual([])
      expect([spans[0]?.start, spans.at(-1)?.end]).toEqual([start, end])
    }),
  )
})

const samples = readSamples().interviews.map((sample) => ribbonInterview.parse(sample))

test.each(samples.map((sample) => [sample.candidate.name ?? sample.id, sample] as const))(
  'no word of %s is lost, and no silence is played that need not be',
  (_, { segments, words }) => {
    const theirs = segments.flatMap((segment, index) =>
      segment.speaker === 'candidate' ? [{ segment, said: wordsOf(words[index]) }] : [],
    )
    const said = theirs.flatMap((utterance) => utterance.said)
    const spans = listeningSpans(theirs.flatMap(({ segment, said }) => spokenSpans(said, segment)))
    const isPlayed = (word: TimeSpan) => spans.some(({ start, end }) => start <= word.start && word.end <= end)
    expect(said.filter((word) => !isPlayed(word))).toEqual([])

    for (const gap of gapsOf(spans, Infinity)) {
      expect(said.some((word) => word.start < gap.end && word.end > gap.start)).toBe(false)
    }
    const silence = said.length * BREATH_SECONDS + spans.length * 0.5
    expect(secondsOf(spans)).toBeLessThanOrEqual(said.reduce((sum, { start, end }) => sum + end - start, 0) + silence)
  },
)
