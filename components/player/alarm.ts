/**
 * By so much it rings later than it is asked to: a timer and the recording it waits for differ by up to five, and one that rings too early finds
 * nothing changed, draws a clock that is due by itself, and has to be set again.
 */
const MARGIN_MS = 6

/** Rings once, in a while or with the next frame; setting it anew forgets what it was set to. */
export class Alarm {
  #ring: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #frame = 0

  constructor(ring: () => void) {
    this.#ring = ring
  }

  /** A few milliseconds later than that, and never before. */
  in(milliseconds: number) {
    this.stop()
    this.#timer = setTimeout(this.#ring, Math.max(0, Math.ceil(milliseconds)) + MARGIN_MS)
  }

  atNextFrame() {
    this.stop()
    this.#frame = requestAnimationFrame(this.#ring)
  }

  stop() {
    clearTimeout(this.#timer)
    cancelAnimationFrame(this.#frame)
  }
}
