import { expect, test } from 'vitest'
import { givenServer, json } from '../ribbon/testing/stub-server'
import { createRules } from './rules'
import { media } from './testing/media-server'
import { neverAsked } from './testing/serve'
import { askSource } from './source'

const status = (code: number) => json({}, code)
const sound = media(Buffer.from('sound'))
const ask = (host: string) => ({ range: null, signal: new AbortController().signal, rules: createRules([host]) })

function givenRefresh(url: string | null) {
  const refresh = async () => {
    refresh.count += 1
    return url
  }
  refresh.count = 0
  return refresh
}

test.each([400, 401, 403, 404, 410])('after %i the address is refreshed once and the new one asked', async (code) => {
  await using server = await givenServer(status(code), sound)
  const refresh = givenRefresh(`${server.url}/new.wav`)
  const upstream = await askSource({ url: `${server.url}/old.wav`, refresh }, ask(server.host))

  await expect(upstream.body.text()).resolves.toBe('sound')
  expect(refresh.count).toBe(1)
  expect(server.requests.map(({ url }) => url)).toEqual(['/old.wav', '/new.wav'])
})

test('a recording is gone when the new address is, when there is none, and when it is the old one', async () => {
  await using server = await givenServer(status(403))
  const url = `${server.url}/old.wav`
  for (const next of [`${server.url}/new.wav`, null, url]) {
    const refresh = givenRefresh(next)
    await expect(askSource({ url, refresh }, ask(server.host))).rejects.toMatchObject({ code: 'recording_gone' })
    expect(refresh.count).toBe(1)
  }
  expect(server.requests.map(({ url: path }) => path)).toEqual(['/old.wav', '/new.wav', '/old.wav', '/old.wav'])
})

test.each([400, 401])(
  'after %i from an address that is still the same the recording is not called gone',
  async (code) => {
    await using server = await givenServer(status(code))
    const url = `${server.url}/old.wav`
    for (const next of [null, url]) {
      const refused = askSource({ url, refresh: givenRefresh(next) }, ask(server.host))
      await expect(refused).rejects.toMatchObject({ code: 'recording_unreachable' })
    }
  },
)

test('a new address outside the rules is refused', async () => {
  await using server = await givenServer(status(410))
  const source = { url: server.url, refresh: givenRefresh('http://127.0.0.1:1/a.wav') }
  await expect(askSource(source, ask(server.host))).rejects.toMatchObject({ code: 'recording_refused' })
})

test('why the address could not be refreshed is what the failure says', async () => {
  await using server = await givenServer(status(403))
  const source = { url: server.url, refresh: () => Promise.reject(new Error('Ribbon is down')) }
  await expect(askSource(source, ask(server.host))).rejects.toThrow('Ribbon is down')
})

test('an answer that is not gone is no reason to refresh', async () => {
  for (const code of [200, 416, 500]) {
    await using server = await givenServer(status(code))
    await expect(askSource({ url: server.url, refresh: neverAsked }, ask(server.host))).resolves.toMatchObject({
      status: code,
    })
  }
})
