// Must hold 48: a place is gone to, or a sentence says that it cannot be; nothing is tried twice by itself.
import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Playback } from './playback'
import { Recording, restoreBrowser, stubBrowser } from './testing/recording'
import { MOST_BYTES } from './whole-recording'

/** Seconds up to which the transcript has words. */
const TALK = 120
const STRETCHES = [
  { start: 10, end: 19 },
  { start: 82, end: 89 },
]

const fetchRecording = vi.fn<(url: string, init: RequestInit) => Promise<Response>>()
let detach = () => {}
beforeEach(() => {
  stubBrowser()
  vi.stubGlobal('fetch', fetchRecording)
})
afterEach(() => {
  detach()
  fetchRecording.mockReset()
  restoreBrowser()
})

function given({
  start = 0,
  end = null as number | null,
  ...traits
}: Partial<Recording> & { start?: number; end?: number | null } = {}) {
  const recording = Object.assign(new Recording(), { duration: TALK, ...traits })
  const playback = new Playback(TALK, { start, end })
  detach = playback.attach(recording.element)
  return { recording, playback }
}

const passes = () => Promise.resolve(new Response('x', { status: 206 }))
const stripped = (headers: Record<string, string> = {}) =>
  Promise.resolve(new Response('the recording', { headers: { 'content-type': 'audio/wav', ...headers } }))
/** What was asked for has come, as far as it comes at all: a stream takes turns of the real clock. */
async function settled() {
  for (let turn = 0; turn < 12; turn++) {
    await setImmediate()
    await vi.advanceTimersByTimeAsync(10)
  }
}

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

test('where no range passes, a word that is clicked is played once all of the recording is there', async () => {
  fetchRecording.mockImplementation(() => stripped())
  const { recording, playback } = given({ reachableEnd: 0 })
  playback.playFrom(82)
  expect([recording.seeks, recording.plays, playback.time]).toEqual([0, 0, 82])
  await settled()
  expect(recording.src).toMatch(/^blob:/)
  expect([recording.seeks, recording.currentTime, recording.paused]).toEqual([1, 82, false])
  expect(playback.state).toMatchObject({ obstacle: null, playing: true })
  playback.seek(40)
  expect([recording.currentTime, fetchRecording.mock.calls.length]).toEqual([40, 1])
  expect(fetchRecording.mock.calls[0]?.[0]).toBe('/recording')
})

test('a link to a time opens there once all of it is there, and plays from there if Play was pressed meanwhile', async () => {
  fetchRecording.mockImplementation(() => stripped())
  const { recording, playback } = given({ reachableEnd: 0, start: 110 })
  playback.play()
  expect([recording.plays, playback.time]).toEqual([0, 110])
  await settled()
  expect([recording.currentTime, recording.paused]).toEqual([110, false])
})

test('what plays goes on while all of it is loaded to skip what is not listened to, without one seek', async () => {
  const late = new EventTarget()
  fetchRecording.mockImplementation(async () => {
    await once(late, 'come')
    return stripped()
  })
  const { recording, playback } = given({ reachableEnd: 0 })
  playback.listenTo({ to: 'candidate', spans: STRETCHES })
  playback.play()
  for (let time = 0; time < 5; time += 0.25) recording.reach(time)
  expect([recording.seeks, recording.paused, fetchRecording.mock.calls.length]).toEqual([0, false, 1])

  late.dispatchEvent(new Event('come'))
  await settled()
  expect([recording.currentTime, recording.paused]).toEqual([4.75, false])
  recording.reach(4.8)
  expect([recording.currentTime, recording.paused, playback.state.playing]).toEqual([10, false, true])
})

test.each([
  ['too large', () => stripped({ 'content-length': String(MOST_BYTES + 1) }), { is: 'too-large' }],
  ['not there', () => Promise.resolve(new Response(null, { status: 502 })), { is: 'failed' }],
  ['unreachable', () => Promise.reject(new TypeError('failed')), { is: 'failed' }],
  ['whole only for this player', passes, { is: 'out-of-reach', time: 82, end: 0 }],
])('where it is %s it says so, stays where it is, and plays on if it played', async (_name, answer, obstacle) => {
  fetchRecording.mockImplementation(answer)
  const { recording, playback } = given({ reachableEnd: 0 })
  playback.playFrom(82)
  await settled()
  expect(playback.state).toMatchObject({ obstacle, playing: false, failed: false })
  expect([playback.time, recording.plays]).toEqual([0, 0])
  playback.playSpans(STRETCHES.slice(1))
  await settled()
  expect([playback.state.spans, recording.paused]).toEqual([null, true])

  playback.play()
  recording.reach(3)
  playback.seek(82)
  await settled()
  expect(playback.state).toMatchObject({ obstacle, playing: true })
  expect([playback.time, recording.seeks]).toEqual([3, 0])
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

test('what was loaded is given back with the player, and what is being loaded is given up', async () => {
  fetchRecording.mockImplementation(() => stripped())
  const given1 = given({ reachableEnd: 0 })
  given1.playback.seek(82)
  await settled()
  const revoke = vi.spyOn(URL, 'revokeObjectURL')
  detach()
  expect(revoke).toHaveBeenCalledWith(given1.recording.src)

  fetchRecording.mockImplementation(() => new Promise(() => {}))
  given({ reachableEnd: 0 }).playback.seek(82)
  const { signal } = fetchRecording.mock.calls.at(-1)?.[1] ?? {}
  expect(signal?.aborted).toBe(false)
  detach()
  expect(signal?.aborted).toBe(true)
})

test('what is heard does not include what was only waited for', async () => {
  fetchRecording.mockImplementation(() => stripped())
  const { recording, playback } = given({ reachableEnd: 0 })
  playback.play()
  recording.reach(5)
  const told: [number, boolean, boolean][] = []
  playback.onTime((time, jumped) => void told.push([time, jumped, playback.state.playing]))
  playback.seek(82)
  await settled()
  const whilePlaying = told.filter(([, jumped, playing]) => playing && !jumped).map(([time]) => time)
  expect(whilePlaying.every((time) => time === 5 || time >= 82)).toBe(true)
  expect(recording.currentTime).toBe(82)
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

test('a player that fails on a jump because parts are promised and not sent is given all of it', async () => {
  fetchRecording.mockImplementation(() => stripped())
  const { recording, playback } = given()
  playback.play()
  recording.reach(5)
  recording.addEventListener(
    'seeking',
    () => {
      recording.seeking = true
      recording.error = { code: 2 }
    },
    { once: true },
  )
  playback.seek(82)
  recording.dispatchEvent(new Event('error'))
  expect(playback.state).toMatchObject({ failed: false, playing: false })
  recording.seeking = false
  recording.error = null
  await settled()
  expect([recording.currentTime, recording.paused]).toEqual([82, false])
  expect(playback.state).toMatchObject({ failed: false, playing: true, obstacle: null })
})
