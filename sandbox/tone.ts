import type { ByteRange } from './byte-range'

const SAMPLE_RATE = 16_000
const BYTES_PER_SAMPLE = 2
const HEADER_BYTES = 44
const HERTZ = 200
const LOUDNESS = 600
const PERIODS_PER_BLOCK = 400

const PERIOD = Int16Array.from({ length: SAMPLE_RATE / HERTZ }, (_, at) =>
  Math.round(LOUDNESS * Math.sin((2 * Math.PI * at * HERTZ) / SAMPLE_RATE)),
)
const BLOCK = Buffer.concat(Array.from({ length: PERIODS_PER_BLOCK }, () => Buffer.from(PERIOD.buffer)))

export function toneBytes(seconds: number) {
  return HEADER_BYTES + Math.ceil(seconds * SAMPLE_RATE) * BYTES_PER_SAMPLE
}

/** Exactly these bytes of the mono 16-bit WAV file that `toneBytes` measures, without ever holding the file. */
export function* tonePieces(length: number, { first, last }: ByteRange): Generator<Buffer> {
  if (first < HEADER_BYTES) yield wavHeader(length).subarray(first, last + 1)
  for (let at = Math.max(first, HEADER_BYTES); at <= last;) {
    const from = (at - HEADER_BYTES) % BLOCK.length
    const piece = BLOCK.subarray(from, from + last - at + 1)
    yield piece
    at += piece.length
  }
}

function wavHeader(length: number) {
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('RIFF', 0)
  header.writeUInt32LE(length - 8, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(SAMPLE_RATE, 24)
  header.writeUInt32LE(SAMPLE_RATE * BYTES_PER_SAMPLE, 28)
  header.writeUInt16LE(BYTES_PER_SAMPLE, 32)
  header.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34)
  header.write('data', 36)
  header.writeUInt32LE(length - HEADER_BYTES, 40)
  return header
}
