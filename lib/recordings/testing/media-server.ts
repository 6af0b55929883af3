import type { ServerResponse } from 'node:http'
import { givenServer, type Answer } from '../../ribbon/testing/stub-server'

export const ETAG = '"version-1"'
export const MODIFIED = 'Mon, 23 Nov 2026 12:00:00 GMT'

type Habits = { ignoresRange?: boolean; hidesLength?: boolean; headers?: Record<string, string> }

/** Serves these bytes with Range, as a CDN does, or with the bad habits that are named. */
export function media(bytes: Buffer, { ignoresRange, hidesLength, headers = {} }: Habits = {}): Answer {
  const usual = { 'content-type': 'audio/wav', etag: ETAG, 'last-modified': MODIFIED, ...headers }

  return (request, response) => {
    const range = ignoresRange ? null : /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '')
    if (!range) return finish(response, 200, usual, bytes)

    const from = range[1] ? Number(range[1]) : Math.max(0, bytes.length - Number(range[2]))
    const to = range[1] && range[2] ? Math.min(Number(range[2]), bytes.length - 1) : bytes.length - 1
    if (from > to) return finish(response, 416, { 'content-range': `bytes */${bytes.length}` }, Buffer.alloc(0))

    const contentRange = { 'content-range': `bytes ${from}-${to}/${bytes.length}` }
    return finish(response, 206, { ...usual, ...contentRange }, bytes.subarray(from, to + 1))
  }

  function finish(response: ServerResponse, status: number, all: Record<string, string>, body: Buffer) {
    if (hidesLength) response.writeHead(status, all).write(body.subarray(0, 1))
    else response.writeHead(status, { ...all, 'content-length': body.length })
    response.end(hidesLength ? body.subarray(1) : body)
  }
}

export const givenMedia = (bytes: Buffer, habits?: Habits) => givenServer(media(bytes, habits))
