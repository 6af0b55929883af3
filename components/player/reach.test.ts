// Must hold 48: a place is gone to, or a sentence says that it cannot be; nothing is tried twice by itself.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { STRETCHES, TALK, detach, fetchRecording, given, passes, settled } from './testing/reach'

test('whatever a recording says of its length, nothing that the transcript knows of is cut off, and each jump is one try', async () => {
  const length = fc.oneof(
    fc.constantFrom(NaN, Infinity, 0, 1, TALK - 0.3, TALK, TALK + 5, 1e6),
    fc.double({ min: 0.1, max: 300, noNaN: true }),
  )
  const step = fc.oneof(
    length.map((duration) => ({ duration })),
    fc.double({ min: 0, max: TALK, noNaN: true }).map((time) => ({ time })),
    fc.constantFrom(...STRETCHES).map((span) => ({ span })),
  )
  const property = fc.asyncProperty(length, fc.array(step, { maxLength: 12 }), async (first, steps) => {
    fetchRecording.mockReset().mockImplementation(passes)
    const { recording, playback } = given({ duration: first })
    for (const one of steps) {
      const before = recording.seeks
      if ('duration' in one) recording.measure(one.duration)
      const time = 'span' in one ? one.span.start : 'time' in one ? one.time : null
      if ('span' in one) playback.playSpans([one.span])
      else if (time !== null) playback.seek(time)
      await settled()

      const known = Number.isFinite(recording.duration) ? recording.duration : 0
      expect(playback.state.duration).toBeGreaterThanOrEqual(Math.max(TALK, known - 0.5))
      expect(recording.seeks - before).toBeLessThanOrEqual(time === null ? 0 : 1)
      if (time === null) continue
      const isThere = Math.abs(playback.time - time) <= 0.5
      const said = playback.state.obstacle?.is
      expect(said ?? (isThere && 'there')).toBe(said ? 'out-of-reach' : 'there')
      if (isThere && recording.seeks > before) expect(said).toBeUndefined()
    }
    detach()
    expect(fetchRecording.mock.calls.length).toBeLessThanOrEqual(1)
  })
  await fc.assert(property, { numRuns: 100 })
})

test('a length that changes with every frame is drawn anew by the half second', () => {
  const { recording, playback } = given({ duration: TALK + 1 })
  let drawn = 0
  playback.onState(() => drawn++)
  for (let grown = 0; grown < 5; grown += 0.02) recording.measure(TALK + 1 + grown)
  expect(drawn).toBeLessThanOrEqual(10)
  expect(playback.state.duration).toBeGreaterThan(TALK + 5)
})

test('what a guess puts beyond the end is played when it is reached by playing on', async () => {
  fetchRecording.mockImplementation(passes)
  const { recording, playback } = given({ duration: 78 })
  playback.listenTo({ to: 'candidate', spans: STRETCHES })
  playback.play()
  recording.reach(19)
  await settled()
  expect(playback.state).toMatchObject({ playing: true, obstacle: { is: 'out-of-reach', time: 82, end: 78 } })
  const { seeks } = recording
  for (const time of [40, 77, 79]) recording.reach(time)
  recording.measure(90)
  for (const time of [82.5, 88]) recording.reach(time)
  expect([recording.seeks, recording.paused]).toEqual([seeks, false])
  recording.reach(89)
  expect(recording.paused).toBe(true)
})

test('a place that a browser says it can go to and does not is tried once', async () => {
  fetchRecording.mockImplementation(passes)
  const { recording, playback } = given()
  const elsewhere = () => recording.pass(-recording.currentTime)
  recording.addEventListener('seeking', elsewhere)
  playback.listenTo({ to: 'candidate', spans: STRETCHES })
  playback.play()
  for (let time = 0; time < 5; time += 0.25) {
    recording.reach(time)
    await settled()
  }
  expect(recording.seeks).toBe(1)
  expect(playback.state).toMatchObject({ playing: true, obstacle: { is: 'out-of-reach', time: 10 } })
})

test.each([
  [TALK - 30, { is: 'ended-early', time: TALK, end: TALK - 30 }],
  [TALK - 1, null],
])('a recording that ends at %d says so where the transcript goes on', (end, obstacle) => {
  const { recording, playback } = given({ duration: end })
  playback.play()
  recording.reach(end)
  recording.dispatchEvent(new Event('ended'))
  expect(playback.state).toMatchObject({ playing: false, obstacle })
})
