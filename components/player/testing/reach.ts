import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, vi } from 'vitest'
import { Playback } from '../playback'
import { Recording, restoreBrowser, stubBrowser } from './recording'

/** Seconds up to which the transcript has words. */
export const TALK = 120
export const STRETCHES = [
  { start: 10, end: 19 },
  { start: 82, end: 89 },
]

export const fetchRecording = vi.fn<(url: string, init: RequestInit) => Promise<Response>>()
let attached = () => {}
beforeEach(() => {
  stubBrowser()
  vi.stubGlobal('fetch', fetchRecording)
})
afterEach(() => {
  detach()
  fetchRecording.mockReset()
  restoreBrowser()
})

export function detach() {
  attached()
}

export function given({
  start = 0,
  end = null as number | null,
  ...traits
}: Partial<Recording> & { start?: number; end?: number | null } = {}) {
  const recording = Object.assign(new Recording(), { duration: TALK, ...traits })
  const playback = new Playback(TALK, { start, end })
  attached = playback.attach(recording.element)
  return { recording, playback }
}

export const passes = () => Promise.resolve(new Response('x', { status: 206 }))
export const stripped = (headers: Record<string, string> = {}) =>
  Promise.resolve(new Response('the recording', { headers: { 'content-type': 'audio/wav', ...headers } }))
/** What was asked for has come, as far as it comes at all: a stream takes turns of the real clock. */
export async function settled() {
  for (let turn = 0; turn < 12; turn++) {
    await setImmediate()
    await vi.advanceTimersByTimeAsync(10)
  }
}
