import { DebriefError } from '../errors'

const SERVED = new Set([
  ...['wav', 'x-wav', 'wave', 'vnd.wave', 'mpeg', 'mp3', 'mp4', 'x-m4a', 'aac', 'ogg', 'webm', 'flac'].map(
    (subtype) => `audio/${subtype}`,
  ),
  ...['mp4', 'webm', 'ogg', 'quicktime'].map((subtype) => `video/${subtype}`),
])

/** What a server says that does not know what it serves. */
const UNKNOWN = new Set(['', 'application/octet-stream', 'binary/octet-stream'])

const BY_EXTENSION = new Map([
  ['wav', 'audio/wav'],
  ['mp3', 'audio/mpeg'],
  ['m4a', 'audio/mp4'],
  ['aac', 'audio/aac'],
  ['ogg', 'audio/ogg'],
  ['oga', 'audio/ogg'],
  ['flac', 'audio/flac'],
  ['mp4', 'video/mp4'],
  ['webm', 'video/webm'],
  ['ogv', 'video/ogg'],
  ['mov', 'video/quicktime'],
])

/** The type under which the recording is served, without parameters. Throws `recording_refused` for all but audio and video. */
export function mediaType(contentType: string, path: string): string {
  const [essence = ''] = contentType.toLowerCase().split(';')
  const declared = essence.trim()
  if (SERVED.has(declared)) return declared

  const extension = path.split('.').at(-1)?.toLowerCase() ?? ''
  const guessed = UNKNOWN.has(declared) ? BY_EXTENSION.get(extension) : undefined
  if (guessed === undefined) throw new DebriefError('recording_refused')
  return guessed
}
