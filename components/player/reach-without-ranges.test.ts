// Must hold 48: a place is gone to, or a sentence says that it cannot be; nothing is tried twice by itself.
import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import { MOST_BYTES } from './whole-recording'
import { STRETCHES, detach, fetchRecording, given, passes, settled, stripped } from './testing/reach'

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
