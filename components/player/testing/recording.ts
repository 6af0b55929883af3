import { vi } from 'vitest'

/** As much of a recording as can be had without a browser: it seeks at once, to the nearest place that it can go to, and tells of it. */
export class Recording extends EventTarget {
  duration = 60
  readyState = 4
  paused = true
  seeking = false
  playbackRate = 1
  muted = false
  volume = 1
  error: object | null = null
  seeks = 0
  plays = 0
  /** Until where it can be gone to; null for its end. */
  reachableEnd: number | null = null
  #time = 0
  #src = '/recording'

  get currentTime() {
    return this.#time
  }

  set currentTime(time: number) {
    if (++this.seeks > 100) throw new Error('it seeks without end')
    this.#time = Math.min(time, this.seekable.end())
    this.dispatchEvent(new Event('seeking'))
    this.dispatchEvent(new Event('seeked'))
  }

  get seekable() {
    const end = this.reachableEnd ?? this.duration
    return { length: Number.isNaN(end) ? 0 : 1, start: () => 0, end: () => (Number.isNaN(end) ? Infinity : end) }
  }

  get src() {
    return this.#src
  }

  /** What a browser has all of it can go everywhere in, once it is there. */
  set src(src: string) {
    this.#src = src
    this.#time = 0
    this.paused = true
    this.reachableEnd = null
    this.readyState = 0
    setTimeout(() => {
      this.readyState = 4
      this.dispatchEvent(new Event('loadedmetadata'))
    })
  }

  play() {
    this.paused = false
    this.plays += 1
    this.dispatchEvent(new Event('play'))
    this.dispatchEvent(new Event('playing'))
    return Promise.resolve()
  }

  pause() {
    this.paused = true
    this.dispatchEvent(new Event('pause'))
  }

  /** It says another length, as if it had heard more of itself. */
  measure(duration: number) {
    this.duration = duration
    this.dispatchEvent(new Event('durationchange'))
  }

  /** It goes on, and nothing is told of it. */
  pass(seconds: number) {
    this.#time += seconds
  }

  /** A browser tells the window first, as of every event. */
  reach(time: number) {
    this.#time = time
    window.dispatchEvent(Object.defineProperty(new Event('timeupdate'), 'target', { value: this }))
  }

  get element(): HTMLMediaElement {
    return this as unknown as HTMLMediaElement
  }
}

/** What of a browser a playback needs besides; time is the test's own. */
export function stubBrowser() {
  vi.stubGlobal('HTMLMediaElement', { HAVE_METADATA: 1 })
  const localStorage = { getItem: () => null, setItem: () => undefined }
  vi.stubGlobal('window', Object.assign(new EventTarget(), { localStorage }))
  vi.stubGlobal('requestAnimationFrame', (ring: () => void) => setTimeout(ring, 16))
  vi.stubGlobal('cancelAnimationFrame', clearTimeout)
  vi.useFakeTimers()
}

export function restoreBrowser() {
  vi.useRealTimers()
  vi.unstubAllGlobals()
}
