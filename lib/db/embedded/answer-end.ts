/** Bytes: a message's type, and its length without it. */
const HEADER = 5

/** Follows a server's answer through the pieces in which it comes: a message may lie in two of them. */
export class AnswerEnd {
  #header: Buffer = Buffer.alloc(0)
  /** Bytes of the last message that are still to come. */
  #missing = 0

  /** The type of the last message; undefined before there is one. */
  get type(): number | undefined {
    return this.#header[0]
  }

  take(piece: Buffer) {
    for (let at = 0; at < piece.length;) {
      if (this.#missing === 0 && this.#header.length === HEADER) this.#header = Buffer.alloc(0)
      if (this.#missing === 0) {
        const read = piece.subarray(at, at + HEADER - this.#header.length)
        this.#header = Buffer.concat([this.#header, read])
        at += read.length
        if (this.#header.length === HEADER) this.#missing = this.#header.readInt32BE(1) - (HEADER - 1)
      } else {
        const skipped = Math.min(this.#missing, piece.length - at)
        this.#missing -= skipped
        at += skipped
      }
    }
  }
}
