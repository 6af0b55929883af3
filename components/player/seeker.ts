import type { Obstacle } from './obstacle'
import { loadWhole } from './whole-recording'

/** Seconds beside the wanted place at which a browser has still gone there. */
const NEAR = 0.5
/** Seconds by which a transcript may be longer than its recording without anybody missing them. */
const EARLY = 2

type Owner = {
  onObstacle: (obstacle: Obstacle | null) => void
  /** Up to here it was played. */
  onLeave: () => void
  /** It is somewhere else now, or not where it was said to be. */
  onMove: () => void
  /** It does not play any more. */
  onRest: () => void
  /** A place that was awaited cannot be gone to. */
  onRefused: () => void
  /** The nearest place that there is, in seconds, as far as is known. */
  within: (time: number) => number
}

type Going = { time: number; asked: boolean }
const NOT_AT_ALL = { there: false, elsewhere: false }

/** Where a recording is, and the way to other places of it: one try for each, and never a second one by itself. */
export class Seeker {
  #owner: Owner
  #media: HTMLMediaElement | null = null
  #left = new AbortController()
  /** Where to go as soon as the recording is there, or all of it. */
  #wanted: number | null
  /** Whether to play once the wanted place can be gone to, or cannot. */
  #plays = NOT_AT_ALL
  #going: Going | null = null
  #missed = new Set<number>()
  #isForbidden = false
  #whole: 'untried' | 'loading' | 'loaded' | 'needless' | 'too-large' | 'failed' = 'untried'

  /** `start` in seconds. */
  constructor(start: number, owner: Owner) {
    this.#wanted = start > 0 ? start : null
    this.#owner = owner
  }

  /** Until the returned function is called, which gives back what was loaded. */
  attach(media: HTMLMediaElement): () => void {
    const left = new AbortController()
    const on = (name: string, listener: () => void) => media.addEventListener(name, listener, { signal: left.signal })
    this.#left = left
    this.#media = media
    this.#whole = 'untried'
    on('seeked', () => this.#arrive())
    on('error', () => this.#fail())
    on('playing', () => this.#allow())
    on('loadedmetadata', () => this.#begin())
    if (isReady(media)) this.#begin()
    return () => {
      left.abort()
      // The element that comes after this one goes on from here.
      this.#wanted = this.time
      this.#media = null
    }
  }

  get time(): number {
    return this.#wanted ?? this.#media?.currentTime ?? 0
  }

  /** Somebody wants to be elsewhere, and will be once all of the recording is there. */
  get isAwaiting(): boolean {
    return this.#wanted !== null && this.isLoading
  }

  get isLoading(): boolean {
    return this.#whole === 'loading'
  }

  /** Where a place is awaited it plays from there, and `elsewhere` where that cannot be gone to. */
  play({ elsewhere }: { elsewhere: boolean }) {
    if (this.isAwaiting) this.#plays = { there: true, elsewhere }
    else this.#media?.play().catch((reason: unknown) => this.#refuse(reason))
  }

  pause() {
    this.#plays = NOT_AT_ALL
    this.#media?.pause()
  }

  /** False where it cannot be gone to: the obstacle is told. */
  goTo(place: number): boolean {
    this.#owner.onLeave()
    const media = this.#media
    const time = this.#owner.within(place)
    if (!media || !isReady(media)) {
      this.#wanted = time
      this.#owner.onMove()
      return true
    }
    if (!this.isLoading) this.#wanted = null
    if (this.#whole === 'failed') this.#whole = 'untried'
    return this.#attempt(media, { time, asked: true }) || this.isAwaiting
  }

  /** For what is not listened to: where there is no way, what lies between is played. */
  skipTo(time: number) {
    if (!this.#media || this.#missed.has(time)) return
    this.#owner.onLeave()
    this.#attempt(this.#media, { time, asked: false })
  }

  /** It is over, and people talk until `talk`, in seconds. */
  end(talk: number) {
    const { time } = this
    if (time < talk - EARLY) this.#owner.onObstacle({ is: 'ended-early', time: talk, end: time })
  }

  /** From where it is, with what was kept of it or anew. */
  reload() {
    this.#wanted = this.time
    this.#media?.load()
  }

  #begin() {
    this.#missed.clear()
    const wanted = this.#wanted
    if (wanted !== null && !this.isLoading) this.goTo(wanted)
  }

  #attempt(media: HTMLMediaElement, going: Going): boolean {
    if (!isReachable(media.seekable, going.time)) {
      this.#miss(going)
      return false
    }
    this.#going = going
    if (going.asked) this.#wanted = null
    media.currentTime = going.time
    this.#owner.onMove()
    // A browser that can go nowhere does not even begin to.
    return media.seeking || this.#arrive()
  }

  /** Whether it is there. */
  #arrive(): boolean {
    const [media, going] = [this.#media, this.#going]
    if (!media || !going || media.seeking) return false
    this.#going = null
    const isThere = Math.abs(media.currentTime - going.time) <= NEAR
    if (!isThere) this.#miss(going)
    else if (going.asked && !this.isLoading) this.#tellWay()
    return isThere
  }

  #miss({ time, asked }: Going) {
    this.#going = null
    this.#missed.add(time)
    if (this.#whole === 'untried') void this.#load(time)
    else if (this.#whole === 'needless' || this.#whole === 'loaded') this.#tellOutOfReach(time)
    if (asked && this.isLoading) this.#await(time)
  }

  #fail() {
    // A network that promises parts and sends all of it breaks the recording instead.
    if (this.#going) this.#miss(this.#going)
    // Firefox goes on in silence where it finds no device to sound it.
    else if (!this.isLoading) this.pause()
  }

  /** A browser lets nothing play for which nobody has pressed, as it counts presses. */
  #refuse(reason: unknown) {
    this.#owner.onRest()
    this.#isForbidden = reason instanceof DOMException && reason.name === 'NotAllowedError'
    if (this.#isForbidden) this.#tellWay()
  }

  /** Nothing is in the way of a jump: but whoever could not play still has to press. */
  #tellWay() {
    this.#owner.onObstacle(this.#isForbidden ? { is: 'forbidden' } : null)
  }

  #allow() {
    if (!this.#isForbidden) return
    this.#isForbidden = false
    this.#tellWay()
  }

  #await(time: number) {
    if (this.#media?.paused === false) this.#plays = { there: true, elsewhere: true }
    this.#owner.onRest()
    this.#media?.pause()
    this.#wanted = time
    this.#owner.onMove()
  }

  async #load(time: number) {
    this.#whole = 'loading'
    const [media, { signal }] = [this.#media, this.#left]
    const onShare = (percent: number | null) => this.#owner.onObstacle({ is: 'loading', percent })
    const url = media?.src ?? ''
    const whole = await loadWhole({ url, signal, onShare }).catch(() => 'failed' as const)
    if (signal.aborted || !media) return
    if (whole instanceof Blob) return this.#playWhole(media, whole)

    this.#whole = whole
    this.#wanted = null
    if (whole === 'needless') this.#tellOutOfReach(time)
    else this.#owner.onObstacle({ is: whole })
    this.#owner.onRefused()
    if (media.error) this.#owner.onRest()
    this.#settle(this.#plays.elsewhere)
  }

  #playWhole(media: HTMLMediaElement, whole: Blob) {
    const url = URL.createObjectURL(whole)
    this.#left.signal.addEventListener('abort', () => URL.revokeObjectURL(url))
    const plays = this.#plays.there || !media.paused
    this.#whole = 'loaded'
    this.#wanted = this.time
    media.src = url
    this.#tellWay()
    this.#settle(plays)
  }

  #settle(plays: boolean) {
    this.#plays = NOT_AT_ALL
    this.#owner.onMove()
    if (plays) this.play(NOT_AT_ALL)
  }

  #tellOutOfReach(time: number) {
    const seekable = this.#media?.seekable
    const end = seekable?.length ? seekable.end(seekable.length - 1) : 0
    this.#owner.onObstacle({ is: 'out-of-reach', time, end })
  }
}

function isReady(media: HTMLMediaElement): boolean {
  return media.readyState >= HTMLMediaElement.HAVE_METADATA
}

/** As far as the browser says; one that says nothing is tried. */
function isReachable(seekable: TimeRanges, time: number): boolean {
  if (seekable.length === 0) return true
  const places = Array.from({ length: seekable.length }, (_, index) => index)
  return places.some((index) => time >= seekable.start(index) - NEAR && time <= seekable.end(index) + NEAR)
}
