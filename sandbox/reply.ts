import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure } from './failure'

export function sendJson(response: ServerResponse, value: object, status = 200) {
  const body = Buffer.from(JSON.stringify(value))
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
}

export function sendText(response: ServerResponse, text: string) {
  const body = Buffer.from(text)
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'content-length': body.length }).end(body)
}

export function sendFailure(response: ServerResponse, error: unknown) {
  if (response.headersSent) {
    response.destroy(new Error('failed half-way', { cause: error }))
    return
  }
  const failure = error instanceof Failure ? error : new Failure(500, 'The sandbox itself failed.')
  if (failure !== error) console.error(error)
  sendJson(response, failure.body, failure.status)
}

/** Writes a list one item at a time, as fast as the client reads: a page of interviews can be tens of megabytes. */
export async function sendList(response: ServerResponse, key: string, items: Iterable<object>) {
  response.writeHead(200, { 'content-type': 'application/json' })
  await sendStream(response, Readable.from(listText(key, items), { highWaterMark: 1 }))
}

function* listText(key: string, items: Iterable<object>) {
  let before = `{"${key}":[`
  for (const item of items) {
    yield before + JSON.stringify(item)
    before = ','
  }
  yield before === ',' ? ']}' : `${before}]}`
}

/** A client that hangs up ends the stream and is no failure of ours. */
export async function sendStream(response: ServerResponse, source: Readable) {
  await pipeline(source, response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}
