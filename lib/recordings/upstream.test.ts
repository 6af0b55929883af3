// Must hold 11: a redirect gets no further than an address of its own would.
import { expect, test } from 'vitest'
import { givenServer, json } from '../ribbon/testing/stub-server'
import { createRules } from './rules'
import { fetchUpstream } from './upstream'

const redirect = (location: string, status = 302) => json({}, status, { location })
const text = (body: string) => json(body, 200)

function ask(...hosts: string[]) {
  return { range: null, signal: new AbortController().signal, rules: createRules(hosts) }
}

test('a redirect to a listed host is followed, relative ones too', async () => {
  await using target = await givenServer(text('here'))
  for (const status of [301, 302, 303, 307, 308]) {
    await using server = await givenServer(redirect(`${target.url}/b.wav`, status))
    const upstream = await fetchUpstream(`${server.url}/a.wav`, ask(server.host, target.host))
    expect(upstream).toMatchObject({ status: 200, url: { href: `${target.url}/b.wav` } })
    await upstream.body.dump()
  }
  await using server = await givenServer(redirect('/b.wav'), text('here'))
  await (await fetchUpstream(`${server.url}/a.wav`, ask(server.host))).body.dump()
  expect(server.requests.map(({ url }) => url)).toEqual(['/a.wav', '/b.wav'])
})

test.each([
  ['an unlisted host', (host: string) => `http://${host}/`],
  ['an unlisted name of a private address', (host: string) => `http://localhost:${host.split(':')[1]}/`],
  ['credentials', (host: string) => `http://user:secret@${host}/`],
  ['a file', () => 'file:///etc/passwd'],
  ['nowhere', () => 'http://'],
])('a redirect to %s is refused, and nothing is asked there', async (_name, locationOf) => {
  await using secret = await givenServer(text('secret'))
  await using server = await givenServer(redirect(locationOf(secret.host)))

  const failure = { code: 'recording_refused' }
  await expect(fetchUpstream(`${server.url}/a.wav`, ask(server.host))).rejects.toMatchObject(failure)
  expect(secret.requests).toHaveLength(0)
  expect(server.requests).toHaveLength(1)
})

test('the third redirect is followed, the fourth is not', async () => {
  await using patient = await givenServer(redirect('/1'), redirect('/2'), redirect('/3'), text('here'))
  await expect(fetchUpstream(patient.url, ask(patient.host))).resolves.toMatchObject({ status: 200 })

  await using endless = await givenServer(redirect('/again'))
  await expect(fetchUpstream(endless.url, ask(endless.host))).rejects.toMatchObject({ code: 'recording_refused' })
  expect(endless.requests).toHaveLength(4)
})

test('a cookie that a redirect sets is not sent on', async () => {
  await using server = await givenServer(json({}, 302, { location: '/b.wav', 'set-cookie': 'a=b' }), text('here'))
  await (await fetchUpstream(server.url, ask(server.host))).body.dump()
  expect(server.requests[1]?.headers).not.toHaveProperty('cookie')
})

test('a server that hangs up is unreachable, and the error names neither it nor its path', async () => {
  await using server = await givenServer((request) => request.socket.destroy())
  const error: unknown = await fetchUpstream(`${server.url}/secret.wav`, ask(server.host)).catch((e: unknown) => e)
  expect(error).toMatchObject({ code: 'recording_unreachable' })
  expect(JSON.stringify([error, (error as Error).message, String((error as Error).cause)])).not.toMatch(/secret|127/)
})
