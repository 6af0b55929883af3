import type { Moment } from '@/lib/interviews/moment'
import type { Span } from '@/lib/interviews/speech'
import { Alarm } from './alarm'

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
const RATE_KEY = 'debrief-rate'
/** A frame lasts about 16 ms: a stretch that ends within one is over. */
const FRAME = 0.02
/** Seconds that a clock may be late, so that it is drawn with the next word and not by itself. */
const CLOCK_PATIENCE = 0.5
/** Seconds before the end of a stretch from which each frame is looked at, since a timer may be late. */
const NEAR = 0.1

/**
 * Is told the time of the recording in seconds, and whether it was jumped to. Returns the time at which it has something
 * new to show, where that may be within the same second.
 */
export type TimeListener = (time: number, jumped: boolean) => number | void

/**
 * The one recording of a page. Everything that shows or steers it shares this object: states change seldom and are read by
 * React, the time changes all the while and goes to listeners that paint.
 */
export class Playback {
  #media: HTMLMediaElement | null = null
  #state: PlaybackState
  #stateListeners = new Set<() => void>()
  #timeListeners = new Set<TimeListener>()
  #bufferListeners = new Set<(ranges: TimeRanges) => void>()
  #alarm = new Alarm(() => this.#state.playing && this.#run())
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
    // A hidden tab draws no frames, and an answer must end there too.
    on('timeupdate', () => this.#leaveFinishedSpan())
    on('loadedmetadata', () => this.#ready())
    on('progress', () => this.#tellBuffered())
    on('error', () => this.#patch({ failed: true, playing: false }))
    if (media.readyState >= HTMLMediaElement.HAVE_METADATA) this.#ready()
    if (media.error) this.#patch({ failed: true })
    this.#patch({ playing: !media.paused })
    this.#tell()
    return () => {
      left.abort()
      this.#alarm.stop()
      this.#media = null
    }
  }

  get state(): PlaybackState {
    return this.#state
  }

  get time(): number {
    return this.#wantedTime ?? this.#media?.currentTime ?? 0
  }

  onState = (listener: () => void): (() => void) => {
    this.#stateListeners.add(listener)
    return () => this.#stateListeners.delete(listener)
  }

  /** Called while playing, at least once a second of the recording, and after every seek. */
  onTime = (listener: TimeListener): (() => void) => {
    this.#timeListeners.add(listener)
    if (this.#state.playing) this.#alarm.atNextFrame()
    return () => this.#timeListeners.delete(listener)
  }

  /** Called with what is loaded, now and whenever more of it is. */
  onBuffered = (listener: (ranges: TimeRanges) => void): (() => void) => {
    this.#bufferListeners.add(listener)
    this.#tellBuffered()
    return () => this.#bufferListeners.delete(listener)
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
    if (first && !this.#isAside && this.#nextStart() === undefined) this.#jump(first.start)
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
    this.#isAside = false
    this.#patch({ spans: null })
    this.#jump(time)
  }

  skip(seconds: number) {
    this.seek(this.time + seconds)
  }

  playFrom(time: number) {
    this.seek(time)
    this.#isAside = true
    this.play()
  }

  /** Plays exactly these stretches, one after another, and stops. */
  playSpans(spans: readonly Span[]) {
    const first = this.#within(spans)[0]
    if (!first) return
    this.#patch({ spans })
    this.#jump(first.start)
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
    window.localStorage.setItem(RATE_KEY, String(kept))
    this.#patch({ rate: kept })
  }

  /** Loads the recording again after a failure, and stays where it was. */
  retry() {
    this.#wantedTime = this.time
    this.#patch({ failed: false })
    this.#media?.load()
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
    const spans = this.#state.spans ?? this.#state.listening.spans
    return spans && this.#within(spans)
  }

  /** A transcript may be longer than its recording: where there is no sound there is nothing to go to. */
  #within(spans: readonly Span[]): readonly Span[] {
    const { duration } = this.#state
    return duration ? spans.filter(({ start }) => start < duration - FRAME) : spans
  }

  #leaveFinishedSpan() {
    const spans = this.#spans()
    if (!spans || this.#media?.seeking) return
    const time = this.time
    if (spans.some((span) => time >= span.start - FRAME && time < span.end - FRAME)) this.#isAside = false
    else if (!this.#isAside || this.#state.spans) this.#goOn()
  }

  #goOn() {
    const next = this.#nextStart()
    if (next !== undefined) return this.#jump(next)
    this.pause()
    this.#patch({ spans: null })
  }

  /** Where the stretch begins that is played now or next; undefined after the last. */
  #nextStart(): number | undefined {
    const time = this.time
    const span = this.#spans()?.find(({ end }) => end - FRAME > time)
    return span && Math.max(span.start, time)
  }

  #tell(jumped = false) {
    const time = this.time
    const wanted = Math.min(...Array.from(this.#timeListeners, (listener) => listener(time, jumped) ?? Infinity))
    if (!this.#state.playing) return
    const second = Math.floor(time) + 1
    this.#sleepUntil(wanted < second + CLOCK_PATIENCE ? wanted : second)
  }

  /** Each telling may draw the page anew, so there is none before somebody has something to show; a cut has to be exact. */
  #sleepUntil(wanted: number) {
    const time = this.time
    const cut = this.#spans()?.find(({ end }) => end - FRAME > time)?.end ?? Infinity
    if (cut - time <= NEAR) this.#alarm.atNextFrame()
    else this.#alarm.in(((Math.min(wanted, cut - NEAR) - time) / this.#state.rate) * 1000)
  }

  #tellBuffered() {
    const buffered = this.#media?.buffered
    if (buffered) for (const listener of this.#bufferListeners) listener(buffered)
  }

  #patch(change: Partial<PlaybackState>) {
    const isNews = Object.entries(change).some(([name, value]) => this.#state[name as keyof PlaybackState] !== value)
    if (!isNews) return
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#stateListeners) listener()
  }
}

function readRate(): number {
  return Number(window.localStorage.getItem(RATE_KEY)) || 1
}
