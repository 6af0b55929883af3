import { expect, test } from 'vitest'
import { parseScreenplay } from './screenplay'
import { placeUtterances } from './timeline'

const HEADER = `id: 4f0c7a52-8d1e-4b7e-9a53-0d6a1f2b3c4d
flow: 3fa21c07
status: completed
voice: en-us+f3 170 60
agent-voice: en-us+m3 165 40
===
`

/** Every utterance is one word after 0.1 seconds of silence: 2 seconds, or 6 when it is "long". */
function place(...body: string[]) {
  const screenplay = parseScreenplay('jane.txt', HEADER + body.join('\n'))
  return placeUtterances(
    screenplay,
    screenplay.utterances.map(({ text }) => ({
      sampleRate: 10,
      pcm: new Int16Array(),
      words: [{ word: text, start: 0.1, end: text === 'long' ? 6.1 : 2.1 }],
    })),
  )
}

test('a barge-in starts before the other has finished', () => {
  const [first, second] = place('[-] A: one', '[-] C @-0.7: two')
  expect(second?.start).toBeCloseTo((first?.end ?? 0) - 0.7)
})

test('a backwards start lies before the start of the utterance above it', () => {
  const [, second, third] = place('[-] C: one', '[-] A ~0.5: two', '[-] C <-0.3: three')
  expect(third?.start).toBeCloseTo((second?.start ?? 0) - 0.3)
})

test('a natural pause is short, varies, and is the same in every rendering', () => {
  const talk = ['[-] A: one', '[-] C: two', '[-] A: three']
  const [first, second, third] = place(...talk)
  const pauses = [(second?.start ?? 0) - (first?.end ?? 0), (third?.start ?? 0) - (second?.end ?? 0)]

  for (const pause of pauses) expect(pause).toSatisfy((seconds: number) => seconds >= 0.3 && seconds <= 0.9)
  expect(pauses[0]).not.toBeCloseTo(pauses[1] ?? 0)
  expect(place(...talk)).toEqual(place(...talk))
})

test('after a barge-in the talk goes on when both have finished', () => {
  const [first, , third] = place('[-] C: long', '[-] A @-4: two', '[-] A: three')
  expect(third?.start).toBeGreaterThan(first?.end ?? 0)
})

test('words are heard where the utterance is placed', () => {
  const [first] = place('[-] A ~4: one')
  expect(first).toMatchObject({ start: 4, words: [{ start: 4 }] })
  expect(first?.audioStart).toBeCloseTo(3.9)
})

test('a cue that lets somebody talk over themself is refused with its line', () => {
  expect(() => place('[-] C: one', '[-] A @-0.7: two', '[-] C <-0.3: three')).toThrow(
    'jane.txt:9: starts 1.00 s too early',
  )
})
