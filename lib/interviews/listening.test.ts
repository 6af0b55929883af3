import { expect, test } from 'vitest'
import { readSamples } from '../../sandbox/samples'
import { ribbonInterview } from '../ribbon/interview'
import { gapsOf, listeningSpans } from './listening'
import { BREATH_SECONDS, secondsOf, type Span } from './speech'
import { wordsOf } from './words'

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

const samples = readSamples().interviews.map((sample) => ribbonInterview.parse(sample))

test.each(samples.map((sample) => [sample.candidate.name ?? sample.id, sample] as const))(
  'no word of %s is lost, and no silence is played that need not be',
  (_, { segments, words }) => {
    const said = words.flatMap((text, index) => (segments[index]?.speaker === 'candidate' ? wordsOf(text) : []))
    const spans = listeningSpans(said)
    const isPlayed = (word: Span) => spans.some(({ start, end }) => start <= word.start && word.end <= end)
    expect(said.filter((word) => !isPlayed(word))).toEqual([])

    for (const gap of gapsOf(spans, Infinity)) {
      expect(said.some((word) => word.start < gap.end && word.end > gap.start)).toBe(false)
    }
    const silence = said.length * BREATH_SECONDS + spans.length * 0.5
    expect(secondsOf(spans)).toBeLessThanOrEqual(said.reduce((sum, { start, end }) => sum + end - start, 0) + silence)
  },
)
