import type { Moment } from '@/lib/interviews/moment'
import type { Span } from '@/lib/interviews/speech'
import { keepRate, readRate } from './kept-rate'
import { Listeners } from '../../listeners'
import { isWithin, nextOf, withSound } from './stretches'
import { TimeSignal, type TimeListener } from './time-signal'

export type PlaybackState = {
  playing: boolean
  /** The recording cannot be played; `retry` loads it again. */
  failed: boolean
  rate: number
  /** Seconds; 0 until the recording is known. */
  duration: number
  /** Asked for once: these stretches are played, one after another, and then it stops. */
  spans: readonly Span[] | null
  listening: Listening
}

/** Kept until another is chosen: of what lies outside the spans nothing is played. Null is the whole recording. */
export type Listening = { to: 'everything' | 'candidate' | 'answers'; spans: readonly Span[] | null }

export const EVERYTHING: Listening = { to: 'everything', spans: null }

export const SLOWEST = 0.5
export const FASTEST = 3

/**
 * The one recording of a page. Everything that shows or steers it shares this object: states change seldom and are read by
 * React, the time changes all the while and goes to listeners that paint.
 */
export class Playback {
  #media: HTMLMediaElement | null = null
  #state: PlaybackState
  #stateListeners = new Listeners<[]>()
  #bufferListeners = new Listeners<[TimeRanges]>()
  #visitListeners = new Listeners<[]>()
  #signal = new TimeSignal(() => this.#state.playing && this.#run())
  #wantedTime: number | null = null
  /** A word outside what is listened to was clicked: it is played up to where listening goes on. */
  #isAside = false

  /** `duration` in seconds. A link to a stretch plays that, a link to a time goes there. */
  constructor(duration: number, { start, end }: Moment) {
    this.#wantedTime = start > 0 ? start : null
    const spans = end === null ? null : [{ start, end }]
    this.#state = { playing: false, failed: false, rate: 1, duration, spans, listening: EVERYTHING }
  }

  /** Takes the element over until the returned function is called. */
  attach(media: HTMLMediaElement): () => void {
    this.#media = media
    media.preservesPitch = true
    this.setRate(readRate())
    const left = new AbortController()
    const on = (name: string, listener: () => void) => media.addEventListener(name, listener, { signal: left.signal })
    on('play', () => this.#patch({ playing: true }))
    on('playing', () => this.#run())
    on('pause', () => this.#rest())
    on('ended', () => this.#patch({ playing: false, spans: null }))
    on('seeking', () => this.#tell(true))
    on('ratechange', () => this.#tell())
    window.addEventListener('timeupdate', this.#checkCut, { signal: left.signal, capture: true })
    on('loadedmetadata', () => this.#ready())
    on('progress', () => this.#tellBuffered())
    on('error', () => this.#patch({ failed: true, playing: false }))
    if (media.readyState >= HTMLMediaElement.HAVE_METADATA) this.#ready()
    if (media.error) this.#patch({ failed: true })
    this.#patch({ playing: !media.paused })
    this.#tell()
    return () => {
      left.abort()
      this.#signal.stop()
      // The element that comes after this one goes on from here.
      this.#wantedTime = this.time
      this.#media = null
    }
  }

  get state(): PlaybackState {
    return this.#state
  }

  get time(): number {
    return this.#wantedTime ?? this.#media?.currentTime ?? 0
  }

  onState = (listener: () => void): (() => void) => this.#stateListeners.add(listener)

  /** Called while playing, at least once a second of the recording, and after every seek. */
  onTime = (listener: TimeListener): (() => void) => {
    if (this.#state.playing) this.#signal.wake()
    return this.#signal.listen(listener)
  }

  /** Called when somebody goes to a moment: not for a few seconds back or forth, nor for what is skipped by itself. */
  onVisit = (listener: () => void): (() => void) => this.#visitListeners.add(listener)

  /** Called with what is loaded, now and whenever more of it is. */
  onBuffered = (listener: (ranges: TimeRanges) => void): (() => void) => {
    const leave = this.#bufferListeners.add(listener)
    this.#tellBuffered()
    return leave
  }

  toggle() {
    if (this.#state.playing) this.pause()
    else this.play()
  }

  pause() {
    this.#media?.pause()
  }

  play() {
    const first = this.#spans()?.[0]
    if (first && !this.#isAside && !this.#nextSpan()) this.#jump(first.start)
    // A browser that forbids playing says so by pausing again, which is shown.
    this.#media?.play().catch(() => this.#patch({ playing: false }))
  }

  /** What a link says: a stretch is played next, a time is gone to. */
  open({ start, end }: Moment) {
    this.seek(start)
    if (end !== null) this.#patch({ spans: [{ start, end }] })
  }

  /** In seconds, as the transcript tells it; the recording itself knows better. */
  expectDuration(duration: number) {
    if (!Number.isFinite(this.#media?.duration ?? NaN)) this.#patch({ duration })
  }

  /** Leaves a playing of stretches. */
  seek(time: number) {
    this.#leaveSpans(time)
    this.#visitListeners.tell()
  }

  skip(seconds: number) {
    this.#leaveSpans(this.time + seconds)
  }

  playFrom(time: number) {
    this.seek(time)
    this.#isAside = true
    this.play()
  }

  /** Plays exactly these stretches, one after another, and stops. */
  playSpans(spans: readonly Span[]) {
    const first = withSound(spans, this.#state.duration)[0]
    if (!first) return
    this.#patch({ spans })
    this.#jump(first.start)
    this.#visitListeners.tell()
    this.play()
  }

  listenTo(listening: Listening) {
    this.#isAside = false
    this.#patch({ listening, spans: null })
    if (this.#state.playing) this.#run()
  }

  setRate(rate: number) {
    const kept = Math.min(FASTEST, Math.max(SLOWEST, Math.round(rate * 4) / 4))
    if (this.#media) {
      this.#media.defaultPlaybackRate = kept
      this.#media.playbackRate = kept
    }
    keepRate(kept)
    this.#patch({ rate: kept })
  }

  /** Loads the recording again after a failure, and stays where it was. */
  retry() {
    this.#wantedTime = this.time
    this.#patch({ failed: false })
    this.#media?.load()
  }

  #leaveSpans(time: number) {
    this.#isAside = false
    this.#patch({ spans: null })
    this.#jump(time)
  }

  #jump(time: number) {
    // Up to here it was played.
    this.#tell()
    const target = Math.min(Math.max(0, time), this.#state.duration || Infinity)
    if (this.#media && this.#media.readyState >= HTMLMediaElement.HAVE_METADATA) this.#media.currentTime = target
    else this.#wantedTime = target
    this.#tell(true)
  }

  #ready() {
    const duration = this.#media?.duration ?? NaN
    this.#patch({ failed: false, duration: Number.isFinite(duration) ? duration : this.#state.duration })
    const wanted = this.#wantedTime
    this.#wantedTime = null
    if (wanted !== null) this.#jump(wanted)
  }

  #run() {
    this.#leaveFinishedSpan()
    this.#tell()
  }

  #rest() {
    this.#tell()
    this.#patch({ playing: false })
  }

  /** Null when everything is played. */
  #spans(): readonly Span[] | null {
    const { spans, listening, duration } = this.#state
    const wanted = spans ?? listening.spans
    return wanted && withSound(wanted, duration)
  }

  #leaveFinishedSpan() {
    const spans = this.#spans()
    if (!spans || this.#media?.seeking) return
    if (isWithin(spans, this.time)) this.#isAside = false
    else if (!this.#isAside || this.#state.spans) this.#goOn()
  }

  #goOn() {
    const next = this.#nextSpan()
    if (next) return this.#jump(Math.max(next.start, this.time))
    this.pause()
    this.#patch({ spans: null })
  }

  #nextSpan(): Span | undefined {
    return nextOf(this.#spans() ?? [], this.time)
  }

  #tell(jumped = false) {
    const time = this.time
    const wanted = this.#signal.tell(time, jumped)
    if (!this.#state.playing) return
    this.#signal.sleep(time, wanted, { rate: this.#state.rate, cut: this.#nextSpan()?.end ?? Infinity })
  }

  /** A hidden tab draws no frames, and an answer must end there too. React would handle each of these events in vain. */
  #checkCut = (event: Event) => {
    if (event.target !== this.#media) return
    event.stopPropagation()
    this.#leaveFinishedSpan()
  }

  #tellBuffered() {
    const buffered = this.#media?.buffered
    if (buffered) this.#bufferListeners.tell(buffered)
  }

  #patch(change: Partial<PlaybackState>) {
    const isNews = Object.entries(change).some(([name, value]) => this.#state[name as keyof PlaybackState] !== value)
    if (!isNews) return
    this.#state = { ...this.#state, ...change }
    this.#stateListeners.tell()
  }
}
