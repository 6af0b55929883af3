/** What of a recording is loaded before anybody wants to hear it, in seconds from where it is to begin. */
const ENOUGH_SECONDS = 12

type Wanted = { src: string; kind: 'audio' | 'video'; at: number }

let ready: { src: string; media: HTMLMediaElement } | null = null

/**
 * Loads the beginning of the recording that is heard next, at `at` seconds; the one before is given up. An answer that nobody may
 * store can't be handed on by the browser, so the element itself is.
 */
export function preloadRecording({ src, kind, at }: Wanted) {
  if (ready?.src === src) return
  dropPreloaded()
  const media = document.createElement(kind)
  media.preload = at > 0 ? 'metadata' : 'auto'
  media.src = src
  const look = () => {
    if (ready?.media !== media) return
    if (loadedFrom(media) >= ENOUGH_SECONDS) media.preload = 'metadata'
  }
  media.addEventListener('progress', look)
  media.addEventListener(
    'loadedmetadata',
    () => {
      if (ready?.media !== media || at === 0) return
      media.currentTime = at
      media.preload = 'auto'
    },
    { once: true },
  )
  ready = { src, media }
}

/** The element that has begun to load this recording; null where none has, or it failed. */
export function findPreloaded(src: string): HTMLMediaElement | null {
  return ready?.src === src && !ready.media.error ? ready.media : null
}

/** Whoever plays it keeps it. */
export function takePreloaded(media: HTMLMediaElement) {
  if (ready?.media === media) ready = null
}

export function dropPreloaded() {
  ready?.media.removeAttribute('src')
  ready?.media.load()
  ready = null
}

function loadedFrom(media: HTMLMediaElement): number {
  const { buffered, currentTime } = media
  for (let index = 0; index < buffered.length; index++) {
    if (buffered.start(index) <= currentTime && buffered.end(index) >= currentTime) {
      return buffered.end(index) - currentTime
    }
  }
  return 0
}
