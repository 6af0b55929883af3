import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type ByteRange, readRange } from './byte-range'
import type { Exchange } from './exchange'
import { Failure } from './failure'
import { sendStream } from './reply'
import type { Route } from './router'
import { RECORDINGS_FOLDERS } from './samples'
import { toneBytes, tonePieces } from './tone'
import type { InterviewData } from './wire'

const MEDIA_TYPES: Record<string, string> = {
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.mp4': 'video/mp4',
}
const FILE_NAME = /^([0-9a-f-]{36})(\.\w+)$/
const TONES_CHANGED = new Date('2026-01-05T09:00:00Z')

export const RECORDING_ROUTES: Route[] = [
  { method: 'GET', path: '/recordings/{file}', handle: sendSample },
  { method: 'GET', path: '/recordings/synthetic/{file}', handle: sendTone },
]

type Recording = { length: number; changed: Date; type: string; open: (range: ByteRange) => Readable }

async function sendSample(exchange: Exchange) {
  const { file, type } = readName(exchange)
  const { path, ...found } = await findFile(file)
  const open = ({ first, last }: ByteRange) => createReadStream(path, { start: first, end: last })
  await sendRecording(exchange, { length: found.size, changed: found.mtime, type, open })
}

async function findFile(file: string) {
  for (const folder of RECORDINGS_FOLDERS) {
    const path = join(folder, file)
    const found = await stat(path).catch(() => null)
    if (found) return { path, size: found.size, mtime: found.mtime }
  }
  throw notFound()
}

async function sendTone(exchange: Exchange) {
  const { id, type } = readName(exchange)
  const data = exchange.sandbox.store.interviews.find(id)?.interview_data
  if (!data?.audio_url) throw notFound()
  const length = toneBytes(duration(data))
  const open = (range: ByteRange) => Readable.from(tonePieces(length, range), { highWaterMark: 1 })
  await sendRecording(exchange, { length, changed: TONES_CHANGED, type, open })
}

/** Throws 404 for a name that is no recording's and for a recording that was revoked. */
function readName({ params, sandbox }: Exchange) {
  const [file = '', id = '', extension = ''] = FILE_NAME.exec(params.file ?? '') ?? []
  const type = MEDIA_TYPES[extension]
  if (!type || !sandbox.store.interviews.hasRecording(id)) throw notFound()
  return { file, id, type }
}

/** Seconds until the last word ends. */
function duration({ transcript_with_timestamp: segments }: InterviewData) {
  return segments.reduce((latest, { words }) => Math.max(latest, words.at(-1)?.end ?? 0), 0)
}

async function sendRecording({ request, response }: Exchange, { length, changed, type, open }: Recording) {
  const etag = `"${length.toString(16)}-${changed.getTime().toString(16)}"`
  const lastModified = changed.toUTCString()
  response.setHeaders(
    new Map([
      ['content-type', type],
      ['accept-ranges', 'bytes'],
      ['etag', etag],
      ['last-modified', lastModified],
    ]),
  )
  const condition = request.headers['if-range']
  const unchanged = condition === undefined || condition === etag || condition === lastModified
  const range = unchanged ? readRange(request.headers.range, length) : null
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${length}`, 'content-length': 0 }).end()
    return
  }

  const { first, last } = range ?? { first: 0, last: length - 1 }
  response.setHeader('content-length', last - first + 1)
  if (range) response.setHeader('content-range', `bytes ${first}-${last}/${length}`)
  response.writeHead(range ? 206 : 200)
  if (request.method === 'HEAD') response.end()
  else await sendStream(response, open({ first, last }))
}

function notFound() {
  return new Failure(404, 'No such recording.')
}
