import * as jwt from 'next-auth/jwt'
import { afterEach, expect, test, vi } from 'vitest'
import { readSessionId, SESSION_COOKIE, sessionHeader } from './session-cookie'

vi.mock('next-auth/jwt', async (original) => ({ ...(await original<typeof jwt>()) }))
vi.mock('../env', () => ({ env: () => ({ NEXTAUTH_SECRET: 'a secret' }) }))

const decrypting = vi.spyOn(jwt, 'decode')
afterEach(() => {
  decrypting.mockClear()
  vi.useRealTimers()
})

const jarWith = (value: string) => ({ get: (name: string) => (name === SESSION_COOKIE ? { value } : undefined) })
const givenCookie = async (sessionId: string, seconds: number) => {
  const header = await sessionHeader(sessionId, seconds)
  return jarWith(header.slice(header.indexOf('=') + 1, header.indexOf(';')))
}

test('a cookie is decrypted once, and says the same until it is over', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const id = crypto.randomUUID()
  const jar = await givenCookie(id, 60)
  expect([await readSessionId(jar), await readSessionId(jar)]).toEqual([id, id])
  expect(decrypting).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(61_000)
  await expect(readSessionId(jar)).resolves.toBeNull()
})

test('what is no cookie of ours is never taken for one', async () => {
  for (let turn = 0; turn < 2; turn++) await expect(readSessionId(jarWith('nonsense'))).resolves.toBeNull()
  expect(decrypting).toHaveBeenCalledTimes(2)
  await expect(readSessionId({ get: () => undefined })).resolves.toBeNull()
})

test('of the cookies that are known the one read longest ago is forgotten', async () => {
  const first = await givenCookie(crypto.randomUUID(), 60)
  await readSessionId(first)
  for (let count = 0; count < 1_000; count++) await readSessionId(await givenCookie(crypto.randomUUID(), 60))
  decrypting.mockClear()
  await readSessionId(first)
  expect(decrypting).toHaveBeenCalledOnce()
})
