import { beforeEach, expect, test, vi } from 'vitest'
import { DEVICE_COOKIE, findKnownDevice, rememberDevice } from './device'
import { givenEnvironment } from '../testing/environment'

const ada = { id: 'ada', passwordHash: 'hash of ada' }
const ben = { id: 'ben', passwordHash: 'hash of ben' }

beforeEach(() => givenEnvironment())

const valueOf = (header: string) => header.slice(DEVICE_COOKIE.length + 1).split(';')[0] ?? ''
const remember = (member: typeof ada, cookie?: string) => valueOf(rememberDevice(cookie, member))

test('a browser is known for the member who signed in there, and for nobody else', () => {
  const cookie = remember(ada)
  expect(findKnownDevice(cookie, ada)).toMatch(/^[\w-]{22}$/)
  expect(findKnownDevice(cookie, ben)).toBeNull()
  expect(findKnownDevice(cookie, undefined)).toBeNull()
  expect(findKnownDevice(undefined, ada)).toBeNull()
})

test('each browser has an id of its own, which stays', () => {
  const [one, other] = [remember(ada), remember(ada)]
  expect(findKnownDevice(one, ada)).not.toBe(findKnownDevice(other, ada))
  expect(findKnownDevice(remember(ada, one), ada)).toBe(findKnownDevice(one, ada))
})

test('a browser that several members share is known for each of them, the last four', () => {
  let cookie = remember(ada)
  cookie = remember(ben, cookie)
  expect(findKnownDevice(cookie, ada)).toBe(findKnownDevice(cookie, ben))
  for (const id of ['cleo', 'dan', 'eve']) cookie = remember({ id, passwordHash: id }, cookie)
  expect(findKnownDevice(cookie, ada)).toBeNull()
  expect(findKnownDevice(cookie, ben)).not.toBeNull()
})

test('a new password makes a stranger of every browser', () => {
  expect(findKnownDevice(remember(ada), { ...ada, passwordHash: 'another' })).toBeNull()
})

test('a browser is no longer known once the secret is another', async () => {
  const cookie = remember(ada)
  givenEnvironment({ NEXTAUTH_SECRET: 'zyxwvutsrqponmlkjihgfedcba9876543210' })
  vi.resetModules()
  const later = await import('./device')
  expect(later.findKnownDevice(cookie, ada)).toBeNull()
  expect(later.findKnownDevice(valueOf(later.rememberDevice(cookie, ada)), ada)).not.toBeNull()
})

test('no cookie but ours makes a browser known, whichever character of it is changed', () => {
  const cookie = remember(ada)
  for (let place = 0; place < cookie.length; place++) {
    const changed = cookie.slice(0, place) + (cookie[place] === 'A' ? 'Q' : 'A') + cookie.slice(place + 1)
    expect(findKnownDevice(changed, ada), `character ${place}`).toBeNull()
  }
  for (const forged of ['', '.', `${'x'.repeat(22)}.`, `${cookie}.`, `${cookie}.x`, 'x'.repeat(10_000)])
    expect(findKnownDevice(forged, ada)).toBeNull()
})

test('the cookie is for this host alone, that no script can read, and names nobody', () => {
  const header = rememberDevice(undefined, ada)
  expect(header).toMatch(/^__Host-debrief\.device=[\w.-]+; Path=\/; Max-Age=34560000; HttpOnly; Secure; SameSite=Lax$/)
  expect(header).not.toContain(ada.id)
})
