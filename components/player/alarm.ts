/** A timer that fires sooner would find nothing changed. */
const SHORTEST_MS = 8

/** Rings once, in a while or with the next frame; setting it anew forgets what it was set to. */
export class Alarm {
  #ring: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #frame = 0

  constructor(ring: () => void) {
    this.#ring = ring
  }

  in(milliseconds: number) {
    this.stop()
    this.#timer = setTimeout(this.#ring, Math.max(SHORTEST_MS, milliseconds))
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
