import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Playback } from './playback'
import { Recording, restoreBrowser, stubBrowser } from './testing/recording'

/** Milliseconds by which a browser's recording may be behind its timers. */
const BEHIND = 5

beforeEach(() => stubBrowser())
afterEach(() => restoreBrowser())

test.each([0.5, 0.75, 1, 1.5, 2])(
  'at a rate of %d whoever waits for a word is told once, and in less than 20 ms, though the recording is behind the timers',
  (rate) => {
    const recording = new Recording()
    const playback = new Playback(60, { start: 0, end: null })
    const detach = playback.attach(recording.element)
    playback.setRate(rate)
    // So close that a clock is always drawn with one of them.
    const words = Array.from({ length: 60 }, (_, index) => 0.2137 + index * 0.3771)
    const told: number[] = []
    playback.onTime((time) => {
      told.push(time)
      return words.find((word) => word > time)
    })
    playback.play()
    told.length = 0
    while (recording.currentTime < 22) {
      vi.advanceTimersByTime(BEHIND)
      recording.pass((BEHIND / 1000) * rate)
    }
    const late = words.slice(0, 58).map((word, index) => ((told[index] ?? NaN) - word) / rate)
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...late)).toBeLessThan(0.02)
    detach()
  },
)
