import { Alarm } from './alarm'

/** Seconds that a clock may be late, so that it is drawn with the next word and not by itself. */
const CLOCK_PATIENCE = 0.5
/** Seconds before a cut from which each frame is looked at, since a timer may be late. */
const NEAR = 0.1

/**
 * Is told the time of the recording in seconds, and whether it was jumped to. Returns the time at which it has something
 * new to show, where that may be within the same second.
 */
export type TimeListener = (time: number, jumped: boolean) => number | void

/** How the recording goes on: until the time, in seconds, at which it has to be cut. */
type Going = { rate: number; cut: number }

/**
 * Tells of the time while a recording plays. Each telling may draw the page anew, so there is none before a listener has
 * something to show or a second is over; a cut has to be exact.
 */
export class TimeSignal {
  #listeners = new Set<TimeListener>()
  #alarm: Alarm

  /** `onDue` is called when it is time to tell again. */
  constructor(onDue: () => void) {
    this.#alarm = new Alarm(onDue)
  }

  listen(listener: TimeListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The earliest time that a listener waits for; Infinity where none does. */
  tell(time: number, jumped: boolean): number {
    return Math.min(...Array.from(this.#listeners, (listener) => listener(time, jumped) ?? Infinity))
  }

  /** `wanted` is what `tell` returned for this time. */
  sleep(time: number, wanted: number, { rate, cut }: Going) {
    if (cut - time <= NEAR) return this.#alarm.atNextFrame()
    const second = Math.floor(time) + 1
    const next = wanted < second + CLOCK_PATIENCE ? wanted : second
    return this.#alarm.in(((Math.min(next, cut - NEAR) - time) / rate) * 1000)
  }

  wake() {
    this.#alarm.in(0)
  }

  stop() {
    this.#alarm.stop()
  }
}
