import { expect, test } from 'vitest'
import { mixUtterances } from './mix'
import type { Placed } from './timeline'

const RATE = 100

/** One second of a square wave, at the given second. */
function utter(role: 'agent' | 'user', audioStart: number, level: number): Placed {
  const pcm = Int16Array.from({ length: RATE }, (_, index) => (index % 2 ? level : -level))
  return {
    role,
    audioStart,
    start: audioStart,
    end: audioStart + 1,
    words: [],
    speech: { sampleRate: RATE, pcm, words: [] },
    line: 1,
    question: null,
    cue: { kind: 'natural' },
    text: '',
    voice: { name: 'en', rate: 170, pitch: 50 },
  }
}

function peak({ stereo }: { stereo: Int16Array }, channel: number, second: number): number {
  const at = stereo.filter((_, index) => index % 2 === channel && Math.floor(index / 2 / RATE) === second)
  return at.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0)
}

test('an utterance is heard when it is placed, on the side of its speaker', () => {
  const mix = mixUtterances([utter('agent', 0, 9000), utter('user', 2, 9000)])
  expect([0, 1, 2].map((second) => peak(mix, 0, second) > 0)).toEqual([true, false, false])
  expect([0, 1, 2].map((second) => peak(mix, 1, second) > 0)).toEqual([false, false, true])
})

test('a quiet speaker becomes as loud as a loud one', () => {
  const mix = mixUtterances([utter('agent', 0, 3000), utter('user', 2, 15_000)])
  expect(peak(mix, 0, 0)).toBeCloseTo(peak(mix, 1, 2), -2)
})

test('both are heard where they overlap, and their sum does not clip', () => {
  const mix = mixUtterances([utter('agent', 0, 30_000), utter('user', 0, 30_000)])
  const sum = mix.stereo
    .slice(0, 2 * RATE)
    .reduce((peak, sample, at, all) => Math.max(peak, Math.abs(sample + (all[at ^ 1] ?? 0))), 0)

  expect(peak(mix, 0, 0)).toBeGreaterThan(0)
  expect(peak(mix, 1, 0)).toBeGreaterThan(0)
  expect(sum).toBeLessThan(0.9 * 32_768)
})
