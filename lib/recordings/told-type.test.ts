// Must hold 28 and 31: what a server does not know is told by the first bytes, whatever part of it is asked for.
import { expect, test } from 'vitest'
import { log } from '../log'
import { FIRST_BYTES } from './first-bytes'
import { givenServer, json } from '../ribbon/testing/stub-server'
import { BEGINNINGS, DOCUMENTS } from './testing/beginnings'
import { givenMedia } from './testing/media-server'
import { bytesOf, serve } from './testing/serve'

log.level = 'silent'

const REFUSED = { code: 'recording_refused' }
const ASKS = {
  whole: {},
  beginning: { headers: { range: 'bytes=0-9' } },
  middle: { headers: { range: 'bytes=300-399' } },
  end: { headers: { range: 'bytes=-10' } },
  head: { method: 'HEAD' },
}
type AskName = keyof typeof ASKS
const MATRIX: readonly (readonly [contentType: string, ask: AskName])[] = [
  ...(Object.keys(ASKS) as AskName[]).map((ask) => ['application/octet-stream', ask] as const),
  ...['', 'video/x-unknown', 'text/plain'].map((contentType) => [contentType, 'middle'] as const),
]
/** The store's address has its file in the query. */
const path = '/get?file=a.wav'

function recording(beginning: Buffer): Buffer {
  return Buffer.concat([beginning, Buffer.alloc(1_000 - beginning.length, 7)])
}

const unknown = (contentType: string) => ({ headers: { 'content-type': contentType } })

for (const ignoresRange of [false, true]) {
  const server = ignoresRange ? 'a server without ranges' : 'a server with ranges'
  test.each(Object.entries(BEGINNINGS))(`${server}: %s is served as what it is`, async (_name, { bytes, type }) => {
    const all = recording(bytes)
    for (const [contentType, ask] of MATRIX) {
      await using store = await givenMedia(all, { ...unknown(contentType), ignoresRange })
      const response = await serve(store, { ...ASKS[ask], path })
      expect([ask, contentType, response.headers.get('content-type')]).toEqual([ask, contentType, type])
      expect(response.headers.get('content-length')).toBe(String(expected(ask, all).length))
      if (ask !== 'head') expect(await bytesOf(response)).toEqual(expected(ask, all))
      expect(store.requests.map(({ headers }) => headers.range).slice(1)).toEqual(['bytes=0-63'])
    }
  })

  test.each(Object.entries(DOCUMENTS))(`${server}: %s is refused, whatever it is called`, async (_name, bytes) => {
    for (const [contentType, ask] of [...MATRIX, ['text/html', 'middle'], ['image/svg+xml', 'head']] as const) {
      await using store = await givenMedia(recording(bytes), { ...unknown(contentType), ignoresRange })
      await expect(serve(store, { ...ASKS[ask], path }), `${contentType}, ${ask}`).rejects.toMatchObject(REFUSED)
    }
  })
}

test('markup is refused under the name of a recording too', async () => {
  await using store = await givenMedia(
    recording(DOCUMENTS.html ?? Buffer.alloc(0)),
    unknown('application/octet-stream'),
  )
  await expect(serve(store, { path: '/a.mp3' })).rejects.toMatchObject(REFUSED)
})

test('the first bytes are looked at once for all who ask, and no more of them is read', async () => {
  await using store = await givenMedia(recording(BEGINNINGS.opus?.bytes ?? Buffer.alloc(0)), unknown(''))
  const ranges = ['bytes=0-', 'bytes=100-199', 'bytes=500-', 'bytes=-1']
  const ask = (range: string) => serve(store, { headers: { range }, path })
  await Promise.all([...ranges, ...ranges].map(async (range) => bytesOf(await ask(range))))
  await bytesOf(await ask('bytes=7-8'))
  expect(store.requests.filter(({ headers }) => headers.range === 'bytes=0-63')).toHaveLength(1)
  expect(store.requests).toHaveLength(10)
})

test('of a beginning that is remembered no more is kept than what tells the type', async () => {
  await using store = await givenMedia(recording(BEGINNINGS.opus?.bytes ?? Buffer.alloc(0)), {
    ...unknown(''),
    ignoresRange: true,
  })
  await bytesOf(await serve(store, { path }))
  const { debriefLooks } = globalThis as { debriefLooks?: Map<string, { bytes: Promise<Uint8Array> }> }
  const kept = await Promise.all([...(debriefLooks?.values() ?? [])].map(({ bytes }) => bytes))
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.filter(({ buffer }) => buffer.byteLength > FIRST_BYTES)).toEqual([])
})

test('a known type costs no look', async () => {
  for (const contentType of ['audio/wav', 'audio/m4a', 'application/ogg']) {
    await using store = await givenMedia(recording(Buffer.alloc(0)), unknown(contentType))
    await bytesOf(await serve(store, { headers: { range: 'bytes=5-' }, path }))
    expect(store.requests).toHaveLength(1)
  }
})

test('a look that fails is no answer about the recording, and the next request looks again', async () => {
  const first = json('x', 206, { 'content-range': 'bytes 300-399/1000' })
  const look = json({}, 503)
  await using store = await givenServer(first, look)
  const init = { headers: { range: 'bytes=300-399' }, path }
  await expect(serve(store, init)).rejects.toMatchObject({ code: 'recording_unreachable' })
  await expect(serve(store, init)).rejects.toMatchObject({ code: 'recording_unreachable' })
  expect(store.requests.length).toBeGreaterThan(2)
})

function expected(ask: AskName, all: Buffer): Buffer {
  if (ask === 'beginning') return all.subarray(0, 10)
  if (ask === 'middle') return all.subarray(300, 400)
  return ask === 'end' ? all.subarray(-10) : all
}
