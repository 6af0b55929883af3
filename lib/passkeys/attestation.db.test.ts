// What a new passkey is vouched for by, and what of it counts.
import { beforeEach, expect, test } from 'vitest'
import type { May } from '../auth/viewer'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { addPasskey } from './commands'
import type { Attestation } from './passkey'
import { listPasskeys } from './queries'
import { softwareAuthenticator, type SoftwareAuthenticator } from './testing/authenticator'
import { begunAddition, FROM, signInWith } from './testing/passkeys'

let viewer: May<'account.manage'>
beforeEach(async () => {
  viewer = whoMay(await givenViewer(), 'account.manage')
})

type Adding = {
  authenticator?: SoftwareAuthenticator
  lie?: Parameters<SoftwareAuthenticator['create']>[1]
  over?: Partial<Attestation>
  name?: string
}
async function add({ authenticator = softwareAuthenticator(), lie = {}, over = {}, name = 'Laptop' }: Adding) {
  const { options, challengeCookie } = await begunAddition(viewer)
  const attestation = { ...authenticator.create(options, lie), ...over }
  return addPasskey(viewer, { name, attestation, challengeCookie, from: FROM })
}

test('an authenticator that vouches for itself adds a passkey', async () => {
  const authenticator = softwareAuthenticator()
  await add({ authenticator, lie: { attests: 'by itself' } })
  await expect(signInWith(authenticator)).resolves.toBeDefined()
})

test('one for which a certificate vouches adds none, and nobody looks at where that leads', async () => {
  const refused: unknown = await add({ lie: { attests: 'by a certificate' } }).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'passkey_refused' })
  // Where it is the library that refuses, it says why.
  expect((refused as Error).cause).toBeUndefined()
  await expect(listPasskeys(viewer)).resolves.toEqual([])
})

test('an answer that calls itself by another passkey than it is of adds nothing', async () => {
  const other = softwareAuthenticator().id
  await expect(add({ over: { id: other, rawId: other } })).rejects.toMatchObject({ code: 'passkey_refused' })
  await expect(listPasskeys(viewer)).resolves.toEqual([])
})

test('a passkey is called as names are written, whatever name it was begun with', async () => {
  await expect(add({ name: 'ada@example.com' })).rejects.toMatchObject({ code: 'name_invalid' })
  await add({ name: '  Old   laptop ' })
  await expect(listPasskeys(viewer)).resolves.toMatchObject([{ name: 'Old laptop' }])
})
