import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TimeSpan } from '@/lib/transcript/speech'
import { Playback } from './playback'
import { Recording, restoreBrowser, stubBrowser } from './testing/recording'

let recording: Recording
let playback: Playback
let detach: () => void
beforeEach(() => {
  stubBrowser()
  recording = new Recording()
  playback = new Playback(60, { start: 0, end: null })
  detach = playback.attach(recording.element)
})
afterEach(() => {
  detach()
  restoreBrowser()
})

test('what plays already is taken over as it is', () => {
  detach()
  recording.paused = false
  detach = playback.attach(recording.element)
  expect(playback.state.playing).toBe(true)
})

test('what is pressed again before the browser has told of the first press is the other thing', () => {
  recording.play = () => {
    recording.paused = false
    return Promise.resolve()
  }
  playback.toggle()
  playback.toggle()
  expect(recording.paused).toBe(true)
  recording.pause = () => (recording.paused = true)
  playback.toggle()
  recording.dispatchEvent(new Event('play'))
  playback.toggle()
  playback.toggle()
  expect(recording.paused).toBe(false)
})

test('a stretch after the end of the recording is neither gone to nor waited for', () => {
  playback.listenTo({
    to: 'candidate',
    spans: [
      { start: 5, end: 10 },
      { start: 70, end: 80 },
    ],
  })
  playback.play()
  recording.reach(9.99)
  expect([recording.paused, recording.seeks]).toEqual([true, 1])

  playback.playSpans([{ start: 70, end: 80 }])
  expect([recording.paused, recording.seeks]).toEqual([true, 1])
})

test('what was asked for goes on where more is known of it by now, up to its new end', () => {
  const known = [{ start: 5, end: 8 }]
  playback.listenTo({ to: 'candidate', spans: known })
  playStretch(known)
  recording.reach(6)
  const spans = [
    { start: 5, end: 7 },
    { start: 9, end: 12 },
  ]
  playback.listenTo({ to: 'candidate', spans })
  expect([recording.paused, recording.currentTime, playback.state.spans]).toEqual([false, 6, spans])
  recording.reach(7.01)
  expect(recording.currentTime).toBe(9)
  recording.reach(12.01)
  expect([recording.paused, playback.state.finished]).toEqual([true, spans])
})

test('what is not listened to is skipped from its first to its last frame', () => {
  const jumps: { from: number; to: number }[] = []
  let before = 0
  recording.addEventListener('seeking', () => jumps.push({ from: before, to: recording.currentTime }))
  const spans = [
    { start: 0, end: 2.37 },
    { start: 5, end: 6.11 },
    { start: 9.5, end: 12 },
  ]
  playback.listenTo({ to: 'candidate', spans })
  playback.play()
  for (let step = 0; step < 800 && !recording.paused; step += 1) {
    recording.pass(0.01)
    before = recording.currentTime
    vi.advanceTimersByTime(10)
  }
  expect(jumps.map(({ to }) => to)).toEqual([5, 9.5])
  for (const [index, { from }] of jumps.entries()) {
    const end = spans[index]?.end ?? NaN
    expect(from).toBeGreaterThan(end - 0.05)
    expect(from).toBeLessThan(end + 0.05)
  }
  expect(recording.currentTime).toBeCloseTo(12, 1)
})

test('it tells when somebody wants to be told and every second, and seldom besides', () => {
  const told: number[] = []
  playback.onTime((time) => {
    told.push(time)
    return time < 0.3 ? 0.3 : undefined
  })
  playback.play()
  told.length = 0
  for (let elapsed = 0; elapsed < 3000; elapsed += 10) {
    recording.reach(elapsed / 1000)
    vi.advanceTimersByTime(10)
  }
  expect(told[0]).toBeCloseTo(0.3, 1)
  expect(new Set(told.map((time) => Math.floor(time + 0.02)))).toEqual(new Set([0, 1, 2]))
  // A timer may ring a little early, and once more.
  expect(told.length).toBeLessThan(7)
})

test('a jump is told as one, and before it up to where it was played', () => {
  const told: [number, boolean][] = []
  playback.play()
  recording.reach(3)
  playback.onTime((time, jumped) => void told.push([time, jumped]))
  playback.seek(20)
  expect(told[0]).toEqual([3, false])
  expect(told.slice(1).every(([time, jumped]) => time === 20 && jumped)).toBe(true)
})

test('the element that comes after another one goes on where that one was', () => {
  playback.play()
  recording.reach(12)
  detach()
  const video = new Recording()
  detach = playback.attach(video.element)
  expect(video.currentTime).toBe(12)
})

test('a browser without a storage plays all the same, and as fast as is asked', () => {
  detach()
  vi.stubGlobal('window', new EventTarget())
  detach = playback.attach(recording.element)
  playback.setRate(2)
  expect([playback.state.rate, recording.playbackRate]).toEqual([2, 2])
})

test('a recording that fails is not played on in silence', () => {
  playback.play()
  recording.reach(3)
  // As Firefox fails where there is no device to sound it: it goes on.
  recording.error = { code: 3 }
  recording.dispatchEvent(new Event('error'))
  expect(recording.paused).toBe(true)
  expect(playback.state).toMatchObject({ failed: true, playing: false })
})

/** A browser says that it is on its way before it is there. */
function playStretch(spans: TimeSpan[]) {
  recording.seeking = true
  playback.playSpans(spans)
  recording.seeking = false
  recording.dispatchEvent(new Event('seeked'))
}

test('a stretch that was played to its end is told as finished until anything else is played or gone to', () => {
  const spans = [{ start: 5, end: 10 }]
  const goOn = [() => playback.play(), () => playback.seek(20), () => playStretch([{ start: 30, end: 40 }])]
  for (const next of goOn) {
    playStretch(spans)
    recording.reach(7)
    expect(playback.state).toMatchObject({ spans, finished: null })
    recording.reach(9.99)
    expect(playback.state).toMatchObject({ playing: false, spans: null, finished: spans })
    next()
    expect(playback.state.finished).toBeNull()
  }
})

test('a stretch that is paused is not finished, and is gone on with', () => {
  const spans = [{ start: 5, end: 10 }]
  playStretch(spans)
  recording.reach(7)
  playback.pause()
  expect(playback.state).toMatchObject({ playing: false, spans, finished: null })
  playback.play()
  expect([recording.currentTime, playback.state.spans]).toEqual([7, spans])
})

const refuse = (name: string) => vi.spyOn(recording, 'play').mockRejectedValueOnce(new DOMException('no', name))

test('where the browser forbids to play it says so until it plays, and what is merely broken off says nothing', async () => {
  refuse('AbortError')
  playback.play()
  await vi.advanceTimersByTimeAsync(0)
  expect(playback.state).toMatchObject({ playing: false, obstacle: null })
  refuse('NotAllowedError')
  playback.play()
  await vi.advanceTimersByTimeAsync(0)
  expect(playback.state).toMatchObject({ playing: false, obstacle: { is: 'forbidden' } })
  playback.play()
  expect(playback.state).toMatchObject({ playing: true, obstacle: null })
})

test('what the browser forbids is still said once the place to play from is reached', async () => {
  refuse('NotAllowedError')
  playback.play()
  await vi.advanceTimersByTimeAsync(0)
  recording.seeking = true
  playback.seek(20)
  recording.seeking = false
  recording.dispatchEvent(new Event('seeked'))
  expect(playback.state).toMatchObject({ playing: false, obstacle: { is: 'forbidden' } })
})
