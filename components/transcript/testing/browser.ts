import { vi } from 'vitest'

const LENGTH = 3

/** What happy-dom lacks of a browser: highlights, places of text in the window, media keys, and recordings, which are there at once and play without going on. */
export function givenBrowser() {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('requestAnimationFrame', (ring: () => void) => queueMicrotask(ring))
  vi.stubGlobal('Highlight', Set)
  vi.stubGlobal('CSS', Object.assign(CSS, { highlights: new Map() }))
  vi.stubGlobal('MediaMetadata', Metadata)
  vi.stubGlobal('ResizeObserver', Measure)
  Object.assign(navigator, { mediaSession: new MediaKeys() })
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10)
  Object.assign(HTMLMediaElement, { HAVE_METADATA: 1 })
  Object.assign(document, { pictureInPictureEnabled: true, ...asPictureInPicture(null) })
  Object.defineProperties(HTMLMediaElement.prototype, RECORDING)
}

class Metadata {
  title: string

  constructor({ title }: MediaMetadataInit) {
    this.title = title ?? ''
  }
}

/** Everything is forty pixels high. */
class Measure {
  #tell: () => void

  constructor(tell: (entries: object[]) => void) {
    this.#tell = () => tell([{ borderBoxSize: [{ blockSize: 40 }] }])
  }

  observe() {
    this.#tell()
  }

  disconnect() {
    this.#tell = () => {}
  }
}

class MediaKeys {
  metadata: Metadata | null = null
  #handlers = new Map<string, () => void>()

  setActionHandler(name: string, handler: (() => void) | null) {
    if (handler) this.#handlers.set(name, handler)
    else this.#handlers.delete(name)
  }

  press(name: string) {
    this.#handlers.get(name)?.()
  }
}

export function mediaKeys(): MediaKeys {
  return navigator.mediaSession as unknown as MediaKeys
}

const reachable = { length: 1, start: () => 0, end: () => LENGTH }
const times = new WeakMap<EventTarget, number>()
const playing = new WeakSet<EventTarget>()
const seeking = new WeakSet<EventTarget>()

const RECORDING: PropertyDescriptorMap & ThisType<HTMLMediaElement> = {
  duration: { configurable: true, get: () => LENGTH },
  readyState: { configurable: true, get: () => 4 },
  seekable: { configurable: true, get: () => reachable },
  buffered: { configurable: true, get: () => reachable },
  paused: {
    configurable: true,
    get() {
      return !playing.has(this)
    },
  },
  seeking: {
    configurable: true,
    get() {
      return seeking.has(this)
    },
  },
  currentTime: {
    configurable: true,
    get() {
      return times.get(this) ?? 0
    },
    set(time: number) {
      times.set(this, time)
      seeking.add(this)
      this.dispatchEvent(new Event('seeking'))
      queueMicrotask(() => {
        seeking.delete(this)
        this.dispatchEvent(new Event('seeked'))
      })
    },
  },
  play: {
    configurable: true,
    value() {
      playing.add(this)
      for (const name of ['play', 'playing']) this.dispatchEvent(new Event(name))
      return Promise.resolve()
    },
  },
  requestPictureInPicture: {
    configurable: true,
    value() {
      return Promise.resolve(Object.assign(document, asPictureInPicture(this)))
    },
  },
  pause: {
    configurable: true,
    value() {
      if (playing.delete(this)) this.dispatchEvent(new Event('pause'))
    },
  },
}

function asPictureInPicture(element: EventTarget | null) {
  const exitPictureInPicture = () => Promise.resolve(Object.assign(document, asPictureInPicture(null)))
  return { pictureInPictureElement: element, exitPictureInPicture }
}

/** As the next press lands on this text. */
export function givenCaret(offsetNode: Node, offset: number) {
  Object.assign(document, { caretPositionFromPoint: () => ({ offsetNode, offset }) })
}

/** What is painted under a name of a highlight. */
export function painted(name: string): Range[] {
  return [...(CSS.highlights.get(name) ?? [])] as Range[]
}
