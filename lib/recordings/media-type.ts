import { DebriefError } from '../errors'

const SERVED = new Set([
  ...['wav', 'x-wav', 'wave', 'vnd.wave', 'mpeg', 'mp3', 'mp4', 'x-m4a', 'aac', 'ogg', 'webm', 'flac'].map(
    (subtype) => `audio/${subtype}`,
  ),
  ...['mp4', 'webm', 'ogg', 'quicktime'].map((subtype) => `video/${subtype}`),
])

/** What stores say for the same, Python's guesses among them. */
const SYNONYMS = new Map([
  ['audio/m4a', 'audio/mp4'],
  ['audio/mp4a-latm', 'audio/mp4'],
  ['audio/x-mp4', 'audio/mp4'],
  ['audio/x-aac', 'audio/aac'],
  ['audio/aacp', 'audio/aac'],
  ['audio/x-hx-aac-adts', 'audio/aac'],
  ['audio/opus', 'audio/ogg'],
  ['audio/vorbis', 'audio/ogg'],
  ['audio/x-ogg', 'audio/ogg'],
  ['application/ogg', 'audio/ogg'],
  ['application/x-ogg', 'audio/ogg'],
  ['audio/x-mp3', 'audio/mpeg'],
  ['audio/mpeg3', 'audio/mpeg'],
  ['audio/x-mpeg', 'audio/mpeg'],
  ['audio/x-mpeg-3', 'audio/mpeg'],
  ['audio/mpg', 'audio/mpeg'],
  ['audio/vnd.wav', 'audio/wav'],
  ['audio/x-pn-wav', 'audio/wav'],
  ['audio/x-flac', 'audio/flac'],
  ['application/mp4', 'video/mp4'],
  ['video/x-m4v', 'video/mp4'],
  ['video/m4v', 'video/mp4'],
])

/** What a server says that does not know what it serves. */
const UNKNOWN = new Set(['', 'application/octet-stream', 'binary/octet-stream'])

/** Whatever its first bytes are, it is no recording by its server's own account. */
const DOCUMENT = /text\/html|image\/|multipart\/|xml|json|javascript/

const BY_EXTENSION = new Map([
  ['wav', 'audio/wav'],
  ['mp3', 'audio/mpeg'],
  ['m4a', 'audio/mp4'],
  ['aac', 'audio/aac'],
  ['ogg', 'audio/ogg'],
  ['oga', 'audio/ogg'],
  ['opus', 'audio/ogg'],
  ['flac', 'audio/flac'],
  ['mp4', 'video/mp4'],
  ['webm', 'video/webm'],
  ['ogv', 'video/ogg'],
  ['mov', 'video/quicktime'],
])

/** The type to serve it under, without parameters; null where only its bytes can tell. Throws `recording_refused` for a document. */
export function declaredType(contentType: string): string | null {
  const declared = essenceOf(contentType)
  if (SERVED.has(declared)) return declared
  if (DOCUMENT.test(contentType.toLowerCase())) throw new DebriefError('recording_refused')
  return SYNONYMS.get(declared) ?? null
}

/** For what neither its type nor its bytes tell: what its name says, where its server claims nothing else. */
export function typeByName(contentType: string, path: string): string | null {
  const extension = path.split('.').at(-1)?.toLowerCase() ?? ''
  return UNKNOWN.has(essenceOf(contentType)) ? (BY_EXTENSION.get(extension) ?? null) : null
}

function essenceOf(contentType: string): string {
  return contentType.toLowerCase().split(';')[0]?.trim() ?? ''
}
