import type { Moment } from '@/lib/transcript/moment'
import type { TimeSpan } from '@/lib/transcript/speech'
import { Listeners } from '../listeners'
import { keepRate, readRate } from './kept-rate'
import { LoadedRanges } from './loaded-ranges'
import { AT_REST, FASTEST, SLOWEST, type Listening, type ListensTo, type PlaybackState } from './playback-state'
import { Seeker } from './seeker'
import { StateStore } from './state-store'
import { isWithin, nextOf, wantedSpans, withSound } from './stretches'
import { TimeSignal, type TimeListener } from './time-signal'

/** Seconds by which a recording grows before it is drawn longer: some tell of each frame that they find. */
const A_CHANGE = 0.5

/**
 * One recording. Everything that shows or steers it shares this object: states change seldom and are read by
 * React, the time changes all the while and goes to listeners that paint.
 */
export class Playback {
  #media: HTMLMediaElement | null = null
  #store: StateStore<PlaybackState>
  #loaded = new LoadedRanges()
  #visitListeners = new Listeners<[]>()
  #signal = new TimeSignal(() => this.state.playing && this.#run())
  #seeker: Seeker
  /** Seconds. */
  #transcriptEnd: number
  /** A word outside what is listened to was clicked: it is played up to where listening goes on. */
  #isAside = false

  /** `duration` in seconds. A link to a stretch plays that, a link to a time goes there. */
  constructor(duration: number, { start, end }: Moment, to: ListensTo = 'everything') {
    const spans = end === null ? null : [{ start, end }]
    this.#store = new StateStore<PlaybackState>({ ...AT_REST, duration, spans, listening: { to, spans: null } })
    this.#transcriptEnd = duration
    this.#seeker = new Seeker(start, {
      onObstacle: (obstacle) => this.#store.change({ obstacle }),
      onLeave: () => this.#tell(),
      onMove: () => this.#tell(true),
      onRest: () => this.#rest(),
      onRefused: () => this.#store.change({ spans: null }),
      within: (time) => this.#within(time),
    })
  }

  /** Takes the element over until the returned function is called. */
  attach(media: HTMLMediaElement): () => void {
    this.#media = media
    media.preservesPitch = true
    this.setRate(readRate())
    const detach = [this.#seeker.attach(media), this.#loaded.attach(media)]
    const left = new AbortController()
    const on = (name: string, listener: () => void) => media.addEventListener(name, listener, { signal: left.signal })
    on('play', () => this.#store.change({ playing: true, finished: null }))
    on('playing', () => this.#run())
    on('pause', () => this.#rest())
    on('ended', () => this.#end())
    on('seeking', () => this.#tell(true))
    on('ratechange', () => this.#tell())
    // What sounded until now, before it is louder or silent.
    on('volumechange', () => this.#tell())
    window.addEventListener('timeupdate', this.#checkCut, { signal: left.signal, capture: true })
    on('loadedmetadata', () => this.#look())
    on('durationchange', () => this.#measure(A_CHANGE))
    on('error', () => this.#rest())
    this.#look()
    this.#store.change({ playing: !media.paused })
    this.#tell()
    return () => {
      left.abort()
      for (const leave of detach) leave()
      this.#signal.stop()
      this.#media = null
    }
  }

  get state(): PlaybackState {
    return this.#store.state
  }

  get time(): number {
    return this.#seeker.time
  }

  /** Whether it plays so that somebody can hear it. */
  get sounds(): boolean {
    return this.state.playing && this.#media !== null && !this.#media.muted && this.#media.volume > 0
  }

  onState = (listener: () => void): (() => void) => this.#store.listen(listener)

  /** Called while playing, at least once a second of the recording, and after every seek. */
  onTime = (listener: TimeListener): (() => void) => {
    if (this.state.playing) this.#signal.wake()
    return this.#signal.listen(listener)
  }

  /** Called when somebody goes to a moment: not for a few seconds back or forth, nor for what is skipped by itself. */
  onVisit = (listener: () => void): (() => void) => this.#visitListeners.add(listener)

  /** Called with what is loaded, now and whenever more of it is. */
  onBuffered = (listener: (ranges: TimeRanges) => void): (() => void) => this.#loaded.listen(listener)

  /** The other of what was asked last, of which the browser may not have told yet. */
  toggle() {
    if (this.#media?.paused === false) this.pause()
    else this.play()
  }

  pause() {
    this.#seeker.pause()
  }

  play() {
    const first = wantedSpans(this.state)?.[0]
    if (first && !this.#seeker.isAwaiting && !this.#isAside && !this.#nextSpan()) this.#seeker.goTo(first.start)
    this.#seeker.play({ elsewhere: true })
  }

  /** What a link says: a stretch is played next, a time is gone to. */
  open({ start, end }: Moment) {
    this.seek(start)
    if (end !== null) this.#store.change({ spans: [{ start, end }] })
  }

  /** In seconds: what the transcript has words for is there, whatever a recording says of itself. */
  expectDuration(duration: number) {
    this.#transcriptEnd = duration
    this.#measure()
  }

  /** Leaves a playing of stretches. False where it cannot be gone to. */
  seek(time: number): boolean {
    const goes = this.#leaveSpans(time)
    this.#visitListeners.tell()
    return goes
  }

  skip(seconds: number) {
    this.#leaveSpans(this.time + seconds)
  }

  playFrom(time: number) {
    if (!this.seek(time)) return
    this.#isAside = true
    this.#seeker.play({ elsewhere: false })
  }

  /** Plays exactly these stretches, one after another, and stops. */
  playSpans(spans: readonly TimeSpan[]) {
    const first = withSound(spans, this.state.duration)[0]
    if (!first) return
    this.#store.change({ spans, finished: null })
    if (!this.#seeker.goTo(first.start)) return this.#store.change({ spans: null })
    this.#visitListeners.tell()
    this.#seeker.play({ elsewhere: false })
  }

  /** Where it is the same, of which another is known by now, what was asked for of that goes on. */
  listenTo(listening: Listening) {
    this.#isAside = false
    const { listening: former, spans: asked } = this.state
    const goesOn = asked !== null && asked === former.spans && listening.to === former.to
    this.#store.change({ listening, spans: goesOn ? listening.spans : null, finished: null })
    if (this.state.playing) this.#run()
  }

  setRate(rate: number) {
    const kept = Math.min(FASTEST, Math.max(SLOWEST, Math.round(rate * 4) / 4))
    if (this.#media) Object.assign(this.#media, { defaultPlaybackRate: kept, playbackRate: kept })
    keepRate(kept)
    this.#store.change({ rate: kept })
  }

  /** Loads the recording again after a failure, and stays where it was. */
  retry() {
    this.#store.change({ failed: false })
    this.#seeker.reload()
  }

  #leaveSpans(time: number): boolean {
    this.#isAside = false
    this.#store.change({ spans: null, finished: null })
    return this.#seeker.goTo(time)
  }

  /** What is loaded whole instead has not failed yet. */
  #look() {
    this.#store.change({ failed: Boolean(this.#media?.error) && !this.#seeker.isLoading })
    this.#measure()
  }

  #end() {
    this.#store.change({ playing: false, spans: null, finished: this.state.spans })
    this.#seeker.end(this.#transcriptEnd)
  }

  /** Follows what the recording says of its length, which may be a guess, once that is another by more than `least` seconds. */
  #measure(least = 0) {
    const { duration = NaN, currentTime = 0 } = this.#media ?? {}
    const length = Math.max(this.#transcriptEnd, Number.isFinite(duration) ? duration : currentTime)
    if (Math.abs(length - this.state.duration) > least) this.#store.change({ duration: length })
  }

  /** A recording that does not know its end has none. */
  #within(time: number): number {
    this.#measure()
    const end = Number.isFinite(this.#media?.duration ?? NaN) ? this.state.duration : Infinity
    return Math.min(Math.max(0, time), end)
  }

  #run() {
    if (this.time > this.state.duration) this.#measure(A_CHANGE)
    this.#leaveFinishedSpan()
    this.#tell()
  }

  #rest() {
    this.#look()
    this.#tell()
    this.#store.change({ playing: false })
  }

  #leaveFinishedSpan() {
    const spans = wantedSpans(this.state)
    if (!spans || this.#media?.seeking) return
    const isWanted = isWithin(spans, this.time)
    if (isWanted) this.#isAside = false
    if (isWanted || (this.#isAside && !this.state.spans)) return
    const next = this.#nextSpan()
    if (next) return this.#seeker.skipTo(next.start)
    this.pause()
    this.#store.change({ spans: null, finished: this.state.spans ?? this.state.finished })
  }

  #nextSpan(): TimeSpan | undefined {
    return nextOf(wantedSpans(this.state) ?? [], this.time)
  }

  #tell(jumped = false) {
    const { time } = this
    const wanted = this.#signal.tell(time, jumped)
    if (!this.state.playing) return
    this.#signal.sleep(time, wanted, { rate: this.state.rate, cut: this.#nextSpan()?.end ?? Infinity })
  }

  /** A hidden tab draws no frames, and an answer must end there too. React would handle each of these events in vain. */
  #checkCut = (event: Event) => {
    if (event.target !== this.#media) return
    event.stopPropagation()
    this.#leaveFinishedSpan()
  }
}
