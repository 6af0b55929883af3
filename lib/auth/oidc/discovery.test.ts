import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { log } from '../../log'
import { discover } from './discovery'
import * as documents from './fetch-document'

const MINUTE_MS = 60_000

let issuer: string
let status: number
let document: unknown
let asked: number
const server = createServer((_request, response) => {
  asked++
  response.writeHead(status, { location: '/elsewhere' }).end(JSON.stringify(document))
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => server.close())

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.spyOn(log, 'warn').mockImplementation(() => {})
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${crypto.randomUUID()}`
  document = documentOf({})
  status = 200
  asked = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const documentOf = (over: object) => ({
  ...{
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
  },
  ...over,
})
const later = (ms: number) => vi.setSystemTime(Date.now() + ms)
const refused = (code: string) => expect.objectContaining({ code })

test('what an issuer says of itself is read at most every ten minutes, by however many who ask at once', async () => {
  await Promise.all([discover(issuer), discover(issuer), discover(issuer)])
  later(10 * MINUTE_MS - 1)
  await discover(issuer)
  expect(asked).toBe(1)
  later(1)
  document = documentOf({ token_endpoint: `${issuer}/newer` })
  await expect(discover(issuer)).resolves.toMatchObject({ token_endpoint: `${issuer}/newer` })
  expect(asked).toBe(2)
})

test('while it cannot be read again what was read before serves on, and is tried again once a minute', async () => {
  const before = await discover(issuer)
  later(10 * MINUTE_MS)
  status = 503
  for (let count = 0; count < 3; count++) await expect(discover(issuer)).resolves.toEqual(before)
  expect(asked).toBe(2)
  expect(log.warn).toHaveBeenCalledTimes(1)
  later(MINUTE_MS)
  await expect(discover(issuer)).resolves.toEqual(before)
  expect(asked).toBe(3)

  later(MINUTE_MS)
  status = 200
  document = documentOf({ issuer: 'https://evil.example' })
  await expect(discover(issuer), 'nor does another’s document take its place').resolves.toEqual(before)
  later(MINUTE_MS)
  document = documentOf({ token_endpoint: `${issuer}/newer` })
  await expect(discover(issuer)).resolves.toMatchObject({ token_endpoint: `${issuer}/newer` })
})

test.each([302, 404, 500])('one that was never read and answers %i is out of reach', async (answered) => {
  status = answered
  await expect(discover(issuer)).rejects.toEqual(refused('sso_unreachable'))
  status = 200
  await expect(discover(issuer), 'and is asked again at once').resolves.toMatchObject({ issuer })
})

test('a document without end is not read', async () => {
  document = documentOf({ scopes_supported: ['x'.repeat(300 * 1024)] })
  await expect(discover(issuer)).rejects.toEqual(refused('sso_unreachable'))
})

test('a document of another issuer, without an address, or with one that is no web address is refused', async () => {
  const wrong = [{ issuer: `${issuer}x` }, { token_endpoint: undefined }, { jwks_uri: 'ftp://127.0.0.1/jwks' }]
  for (const over of wrong) {
    document = documentOf(over)
    await expect(discover(issuer)).rejects.toEqual(refused('sso_misconfigured'))
  }
  document = documentOf({ issuer: `${issuer}/` })
  await expect(discover(issuer), 'providers disagree about the last slash').resolves.toMatchObject({
    issuer: `${issuer}/`,
  })
})

test('whoever is behind https sends no secret anywhere without it', async () => {
  issuer = `https://${crypto.randomUUID()}.example`
  const ask = vi.spyOn(documents, 'fetchDocument')
  for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'userinfo_endpoint']) {
    ask.mockResolvedValueOnce(documentOf({ [name]: 'http://login.example/plain' }))
    await expect(discover(issuer), name).rejects.toEqual(refused('sso_misconfigured'))
  }
  ask.mockResolvedValueOnce(documentOf({}))
  await expect(discover(issuer)).resolves.toMatchObject({ issuer })
})
