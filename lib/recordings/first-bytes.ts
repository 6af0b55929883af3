/** As many bytes as `typeOfBytes` looks at: the head of an Ogg page reaches farthest. */
export const FIRST_BYTES = 64

type Signature = { type: string; isOf: (text: string, bytes: Uint8Array) => boolean }

const QUICKTIME = 'qt  '
const AUDIO_BRANDS = ['M4A ', 'M4B ']

/** In this order; `text` is the bytes as Latin-1. */
const SIGNATURES: Signature[] = [
  { type: 'audio/wav', isOf: (text) => /^(?:RIFF|RF64)[^]{4}WAVE/.test(text) },
  { type: 'video/ogg', isOf: (text) => text.startsWith('OggS') && /\x80theora|fishead/.test(text) },
  { type: 'audio/ogg', isOf: (text) => text.startsWith('OggS') },
  { type: 'audio/flac', isOf: (text) => text.startsWith('fLaC') },
  { type: 'audio/mpeg', isOf: (text) => text.startsWith('ID3') },
  { type: 'video/quicktime', isOf: (text) => brandOf(text) === QUICKTIME },
  { type: 'audio/mp4', isOf: (text) => AUDIO_BRANDS.includes(brandOf(text)) },
  { type: 'video/mp4', isOf: (text) => brandOf(text) !== '' },
  { type: 'video/webm', isOf: (text) => text.startsWith('\x1a\x45\xdf\xa3') },
  { type: 'audio/aac', isOf: (_text, [first = 0, second = 0]) => first === 0xff && (second & 0xf6) === 0xf0 },
  { type: 'audio/mpeg', isOf: (_text, bytes) => isMpegFrame(bytes) },
]

/** The type of a recording that begins with these bytes; null where they begin none that is served. */
export function typeOfBytes(bytes: Uint8Array): string | null {
  const text = latin1(bytes)
  return SIGNATURES.find(({ isOf }) => isOf(text, bytes))?.type ?? null
}

/** What HTML, SVG and other XML begin with, after a byte order mark and white space. */
export function isMarkup(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(latin1(bytes))
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, FIRST_BYTES))
}

/** ISO/IEC 14496-12, 4.3. Empty where the file does not begin with its brand. */
function brandOf(text: string): string {
  return text.slice(4, 8) === 'ftyp' ? text.slice(8, 12) : ''
}

/** ISO/IEC 11172-3, 2.4.1.3, layer II or III: a text in UTF-16 begins with FF FE, which would be layer I. */
function isMpegFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const layer = (second >> 1) & 0b11
  const isSync = first === 0xff && second >> 5 === 0b111 && (second >> 3) % 4 !== 0b01
  return isSync && (layer === 0b01 || layer === 0b10) && third >> 4 !== 0b1111 && ((third >> 2) & 0b11) !== 0b11
}
