import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type { Exchange } from './exchange'
import { Failure } from './failure'
import type { Fault } from './faults'
import { contentHeaders, genuineReply } from './genuine-reply'
import { sendFailure, sendStream } from './reply'
import { sendDeep, sendEmptyList, sendEndlessList, sendMalformed, sendWrongSchema } from './spoilt-reply'

const MEGABYTE = 'x'.repeat(1_000_000)
const DATE_AHEAD_MS = 2_000
const BYTES_PER_DRIP = 8

/** Answers as the fault says; whoever hangs up meanwhile is left alone. */
export async function misbehave(exchange: Exchange, fault: Fault) {
  const { request, response } = exchange
  switch (fault.kind) {
    case 'latency':
      return sendLate(exchange, wait(fault.ms, undefined, { ref: false }))
    case 'held':
      return sendLate(exchange, exchange.sandbox.faults.held())
    case 'status':
      return sendFailure(response, new Failure(fault.status, 'A fault was ordered.'))
    case 'rate_limit':
      return limitRate(response, fault.retryAfter)
    case 'reset':
      request.socket.resetAndDestroy()
      return void response.destroy(new Error('reset'))
    case 'truncate':
      return truncate(exchange)
    case 'drip':
      return drip(exchange, fault.ms)
    case 'wrong_schema':
      return sendWrongSchema(exchange, fault.item)
    case 'malformed':
      return sendMalformed(exchange)
    case 'deep':
      return sendDeep(exchange, fault.depth)
    case 'empty_list':
      return sendEmptyList(exchange)
    case 'endless_list':
      return sendEndlessList(exchange)
    case 'huge_body':
      return sendHugeBody(response, fault.megabytes)
    case 'content_type':
      return void response.setHeader('content-type', 'text/html').end('<h1>Not what you asked for</h1>')
    case 'redirect':
      return void response.writeHead(302, { location: fault.location }).end()
  }
}

async function sendLate(exchange: Exchange, due: Promise<void>) {
  await due
  if (exchange.response.destroyed) return
  const reply = await genuineReply(exchange)
  exchange.response.writeHead(reply.statusCode ?? 200, contentHeaders(reply))
  await sendStream(exchange.response, reply)
}

function limitRate(response: ServerResponse, retryAfter: number | 'date' | null | undefined) {
  const value = retryAfter === 'date' ? new Date(Date.now() + DATE_AHEAD_MS).toUTCString() : retryAfter
  if (value !== undefined && value !== null) response.setHeader('retry-after', value)
  sendFailure(response, new Failure(429, 'Too many requests.'))
}

async function truncate(exchange: Exchange) {
  const { response } = exchange
  const reply = await genuineReply(exchange)
  const body = await buffer(reply)
  response.writeHead(reply.statusCode ?? 200, { ...contentHeaders(reply), 'content-length': body.length })
  response.write(body.subarray(0, body.length / 2), () => response.destroy(new Error('truncated')))
}

async function drip(exchange: Exchange, ms: number) {
  const { response } = exchange
  const reply = await genuineReply(exchange)
  response.writeHead(reply.statusCode ?? 200, contentHeaders(reply))
  await sendStream(response, Readable.from(drops(reply, ms), { highWaterMark: 1 }))
}

async function* drops(source: Readable, ms: number) {
  for await (const chunk of source as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += BYTES_PER_DRIP) {
      yield chunk.subarray(at, at + BYTES_PER_DRIP)
      await wait(ms, undefined, { ref: false })
    }
  }
}

async function sendHugeBody(response: ServerResponse, megabytes: number) {
  response.writeHead(200, { 'content-type': 'application/json' })
  await sendStream(response, Readable.from(hugeText(megabytes), { highWaterMark: 1 }))
}

function* hugeText(megabytes: number) {
  yield '{"interviews":["'
  for (let sent = 0; sent < megabytes; sent += 1) yield MEGABYTE
  yield '"]}'
}
