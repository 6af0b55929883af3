import { AsyncResource } from 'node:async_hooks'
import { EventEmitter, once } from 'node:events'
import { createServer, request as send, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { carriesSession, readSessionId, SESSION_COOKIE, sessionHeader } from '../../auth/session-cookie'
import { admitNext, admitPages } from '../admission'
import { onRequestStart } from '../request-start'
import type * as turns from '../turns'

vi.mock('../../env', () => ({ env: () => ({ NEXTAUTH_SECRET: 'a secret' }) }))
// However slow the machine is, nobody is let in because somebody took too long.
vi.mock('../turns', async (original) => {
  const { Turns } = await original<typeof turns>()
  return {
    Turns: class extends Turns {
      constructor({ most }: { most: number }) {
        super({ most, longestMs: 1_000_000 })
      }
    },
  }
})

type Admitted = { name: string; response: ServerResponse; draws: () => void }

let cookie = ''
const arrivals = new EventEmitter()
beforeAll(async () => {
  onRequestStart(({ request }) => arrivals.emit(String(request.headers['x-name'])))
  admitPages(carriesSession)
  cookie = (await sessionHeader(crypto.randomUUID(), 60)).split(';', 1)[0] ?? ''
  // Who asks first is told first only once the cookie is known.
  await readSessionId({ get: () => ({ value: cookie.slice(SESSION_COOKIE.length + 1) }) })
})
const servers: (() => void)[] = []
afterEach(() => servers.splice(0).forEach((close) => close()))

/** A server that has answered nobody yet, and whom it has been given to answer. */
async function givenServer() {
  const admitted: Admitted[] = []
  const server = createServer(({ headers }, response) => {
    admitted.push({ name: String(headers['x-name']), response, draws: AsyncResource.bind(admitNext) })
  })
  const connections = new Set<Socket>()
  server.on('connection', (socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  servers.push(() => server.close().closeAllConnections())
  const { port } = server.address() as AddressInfo
  const ask = async (
    name: string,
    path = '/candidates/a?q=b',
    { method = 'GET', headers = { cookie } }: { method?: string; headers?: Record<string, string> } = {},
  ) => {
    const request = send({ port, host: '127.0.0.1', path, method, headers: { 'x-name': name, ...headers } })
    request.on('error', () => {})
    // Of what sends something its beginning alone.
    if (method === 'POST') request.flushHeaders()
    else request.end()
    await once(arrivals, name)
    return request
  }
  const names = () => admitted.map(({ name }) => name)
  const find = (name: string) => admitted.find((one) => one.name === name)
  return { ask, names, find, connections }
}

test('two members’ pages are answered at a time, and the next once one of them is drawn or answered', async () => {
  const { ask, names, find } = await givenServer()
  for (const name of ['a', 'b', 'c', 'd']) await ask(name)
  // Behind them, and so admitted only if they were not.
  await ask('list', '/candidates?q=b')
  await vi.waitFor(() => expect(names()).toEqual(['a', 'b', 'list']))
  find('b')?.draws()
  await vi.waitFor(() => expect(names()).toEqual(['a', 'b', 'list', 'c']))
  find('a')?.response.end()
  await vi.waitFor(() => expect(names()).toEqual(['a', 'b', 'list', 'c', 'd']))
})

test('what is drawn and answered lets in one', async () => {
  const { ask, names, find } = await givenServer()
  for (const name of ['a', 'b', 'c', 'd']) await ask(name)
  await vi.waitFor(() => expect(names()).toEqual(['a', 'b']))
  find('a')?.draws()
  find('a')?.response.end()
  await vi.waitFor(() => expect(find('a')?.response.closed).toBe(true))
  await ask('list', '/candidates')
  await vi.waitFor(() => expect(names()).toEqual(['a', 'b', 'c', 'list']))
})

test('who has gone while they waited is not answered, and holds up nobody', async () => {
  const { ask, names, find, connections } = await givenServer()
  for (const name of ['a', 'b']) await ask(name)
  const gone = await ask('gone')
  await ask('c')
  await vi.waitFor(() => expect(names()).toEqual(['a', 'b']))
  gone.destroy()
  await vi.waitFor(() => expect(connections.size).toBe(3))
  find('a')?.response.end()
  await vi.waitFor(() => expect(names()).toEqual(['a', 'b', 'c']))
})

test('what sends something without end has no place, and what asks for the head of a page has one', async () => {
  const { ask, names } = await givenServer()
  for (const name of ['a', 'b', 'c']) await ask(name, '/candidates/a', { method: 'POST' })
  for (const name of ['d', 'e', 'f']) await ask(name, '/candidates/a', { method: 'HEAD' })
  await ask('list', '/candidates')
  await vi.waitFor(() => expect(names()).toEqual(['a', 'b', 'c', 'd', 'e', 'list']))
})

test.each<Record<string, string>>([{}, { cookie: '__Host-debrief.session=forged' }])(
  'a stranger who sends %j is not held',
  async (headers) => {
    const { ask, names } = await givenServer()
    for (const name of ['a', 'b', 'c']) await ask(name)
    await ask('stranger', '/candidates/a', { headers })
    await vi.waitFor(() => expect(names()).toEqual(['a', 'b', 'stranger']))
  },
)

test('what is answered outside of such a request lets nobody in', () => {
  expect(admitNext).not.toThrow()
})
