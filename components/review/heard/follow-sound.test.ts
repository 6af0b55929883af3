import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TimeSpan } from '@/lib/transcript/speech'
import { commonSpans, secondsOf } from '@/lib/transcript/speech'
import { joinSpans } from '@/lib/listening/listening-progress'
import { Playback } from '../../player/playback'
import { Recording, restoreBrowser, stubBrowser } from '../../player/testing/recording'
import { followSound } from './follow-sound'

beforeEach(() => stubBrowser())
afterEach(() => restoreBrowser())

function given() {
  const recording = Object.assign(new Recording(), { duration: 600 })
  const playback = new Playback(600, { start: 0, end: null })
  const detach = playback.attach(recording.element)
  const told: TimeSpan[] = []
  const stop = followSound(playback, (span) => told.push(span))
  const passes = (seconds: number) => {
    for (let left = seconds; left > 0; left -= 0.1) {
      recording.pass(Math.min(0.1, left))
      vi.advanceTimersByTime(100)
    }
  }
  return { recording, playback, passes, heard: () => joinSpans(told), leave: () => (stop(), detach()) }
}

const setSound = (recording: Recording, sound: Partial<Pick<Recording, 'muted' | 'volume'>>) => {
  Object.assign(recording, sound)
  recording.dispatchEvent(new Event('volumechange'))
}

test('what plays is heard from where it begins to where it is left', () => {
  const { playback, passes, heard, leave } = given()
  playback.seek(20)
  playback.play()
  passes(7)
  playback.pause()
  expect(heard()).toEqual([{ start: 20, end: expect.closeTo(27, 1) }])
  leave()
})

test.each([{ muted: true }, { volume: 0 }])(
  'what plays with %j is not heard, and what sounds before and after is',
  (silence) => {
    const { recording, playback, passes, heard, leave } = given()
    playback.play()
    passes(3)
    setSound(recording, silence)
    passes(10)
    setSound(recording, { muted: false, volume: 0.4 })
    passes(3)
    playback.pause()
    expect(heard()).toEqual([
      { start: 0, end: expect.closeTo(3, 1) },
      { start: expect.closeTo(13, 1), end: expect.closeTo(16, 1) },
    ])
    leave()
  },
)

test('a jump is not heard, nor is a minute in which the recording has to be waited for', () => {
  const { playback, passes, heard, leave } = given()
  playback.play()
  passes(2)
  vi.advanceTimersByTime(60_000)
  playback.seek(300)
  vi.advanceTimersByTime(60_000)
  passes(2)
  playback.pause()
  expect(heard()).toEqual([
    { start: 0, end: expect.closeTo(2, 1) },
    { start: 300, end: expect.closeTo(302, 1) },
  ])
  leave()
})

type Step =
  { does: 'play' | 'pause' | 'mute' | 'unmute' } | { does: 'pass' | 'wait' | 'seek' | 'scrub'; seconds: number }
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ does: fc.constantFrom('play' as const, 'pause' as const, 'mute' as const, 'unmute' as const) }),
    fc.record({ does: fc.constantFrom('pass' as const, 'wait' as const), seconds: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ does: fc.constantFrom('seek' as const, 'scrub' as const), seconds: fc.nat(500) }),
  ),
  { maxLength: 25 },
)

test('whatever is played, jumped over, muted and waited for: all that is heard has sounded, and of what sounds no more than the last second is lost', () => {
  fc.assert(
    fc.property(steps, (done) => {
      const { recording, playback, passes, heard, leave } = given()
      const sounded: TimeSpan[] = []
      let jumps = 0
      const DOES: Record<Step['does'], (seconds: number) => void> = {
        play: () => playback.play(),
        pause: () => playback.pause(),
        mute: () => setSound(recording, { muted: true }),
        unmute: () => setSound(recording, { muted: false }),
        wait: (seconds) => vi.advanceTimersByTime(seconds * 1000),
        seek: (seconds) => playback.seek(seconds),
        // By what a browser has for it itself: nobody tells where it was left.
        scrub: (seconds) => {
          jumps++
          recording.currentTime = seconds
        },
        pass: (seconds) => {
          if (recording.paused) return
          const start = recording.currentTime
          passes(seconds)
          if (!recording.muted) sounded.push({ start, end: recording.currentTime })
        },
      }
      for (const step of done) DOES[step.does]('seconds' in step ? step.seconds : 0)
      leave()
      const all = joinSpans(sounded)
      const common = secondsOf(commonSpans(heard(), all))
      expect(secondsOf(heard()) - common).toBeLessThan(0.1)
      expect(secondsOf(all) - common).toBeLessThan(0.1 + 1.1 * (jumps + 1))
    }),
    { numRuns: 60 },
  )
})
