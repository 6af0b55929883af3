import { Listeners } from '../listeners'

/** How much of a recording is loaded, for whoever shows it. */
export class LoadedRanges {
  #media: HTMLMediaElement | null = null
  #listeners = new Listeners<[TimeRanges]>()

  attach(media: HTMLMediaElement): () => void {
    const tell = () => this.#tell()
    this.#media = media
    media.addEventListener('progress', tell)
    return () => {
      media.removeEventListener('progress', tell)
      this.#media = null
    }
  }

  /** Called now and whenever more of it is. */
  listen(listener: (ranges: TimeRanges) => void): () => void {
    const leave = this.#listeners.add(listener)
    this.#tell()
    return leave
  }

  #tell() {
    if (this.#media) this.#listeners.tell(this.#media.buffered)
  }
}
