import { expect } from 'vitest'
import { removePasskeysOf, setPasskeyRequirement } from '../../members/ways-in/commands'
import { whoMay } from '../../db/testing/fixtures'
import { addPasskey, removePasskey, renamePasskey } from '../../passkeys/commands'
import { softwareAuthenticator } from '../../passkeys/testing/authenticator'
import { begunAddition, FROM, signInWith } from '../../passkeys/testing/passkeys'
import { operator } from '../../auth/operator'
import { byAdmin, bySystem, type AuditedCases } from './audited-case'
import type { Scene } from './scene'

const me = ({ viewer }: Scene) => whoMay(viewer, 'account.manage')
const aboutMyPasskey =
  (code: string) =>
  ({ viewer, passkey }: Scene) => [{ code, about: viewer.memberId, payload: { credentialId: passkey.id } }]

async function add({ viewer }: Scene) {
  const who = whoMay(viewer, 'passkey.add')
  const { options, challengeCookie } = await begunAddition(who)
  const attestation = softwareAuthenticator().create(options)
  await addPasskey(who, { name: 'Byron’s', attestation, challengeCookie, from: FROM })
}

export const PASSKEYS: AuditedCases = {
  addPasskey: {
    does: add,
    tells: ({ viewer }) => [
      { code: 'passkey.added', about: viewer.memberId, payload: { credentialId: expect.any(String) } },
    ],
  },
  renamePasskey: {
    does: (scene) => renamePasskey(me(scene), scene.passkey.id, 'Byron’s'),
    tells: aboutMyPasskey('passkey.renamed'),
  },
  'renamePasskey, to what it is called': {
    does: (scene) => renamePasskey(me(scene), scene.passkey.id, 'Laptop'),
    tells: () => [],
  },
  removePasskey: {
    does: (scene) => removePasskey(me(scene), scene.passkey.id),
    tells: aboutMyPasskey('passkey.removed'),
  },
  removePasskeysOf: {
    does: ({ admin, viewer }) => removePasskeysOf(admin, viewer.memberId),
    tells: ({ viewer }) => [{ code: 'member.passkeys_removed', about: viewer.memberId, payload: {} }],
    by: byAdmin,
  },
  'removePasskeysOf, who has none': {
    does: ({ admin, member }) => removePasskeysOf(admin, member.id),
    tells: () => [],
  },
  setPasskeyRequirement: {
    does: () => setPasskeyRequirement(operator(), 'admins'),
    tells: () => [{ code: 'passkeys.required', about: null, payload: { of: 'admins' } }],
    by: () => ({ actorKind: 'operator', actorId: null }),
  },
  'setPasskeyRequirement, as it is': {
    does: ({ admin }) => setPasskeyRequirement(admin, 'nobody'),
    tells: () => [],
  },
  'signInByPasskey, with the right one': {
    does: ({ passkey }) => signInWith(passkey.authenticator),
    tells: ({ viewer }) => [
      {
        code: 'sign_in.succeeded',
        about: viewer.memberId,
        payload: { sessionId: expect.any(String), by: 'passkey' },
      },
    ],
    by: bySystem,
  },
  'signInByPasskey, with one that lies': {
    does: ({ passkey }) => signInWith(passkey.authenticator, { isVerified: false }).catch(() => {}),
    tells: ({ viewer }) => [
      { code: 'sign_in.failed', about: viewer.memberId, payload: { by: 'passkey', reason: 'passkey_refused' } },
    ],
    by: bySystem,
  },
  'signInByPasskey, with one that nobody has': {
    does: () => signInWith(softwareAuthenticator(), { userHandle: 'AAAA' }).catch(() => {}),
    tells: () => [{ code: 'sign_in.failed', about: null, payload: { by: 'passkey', reason: 'passkey_unknown' } }],
    by: bySystem,
  },
}
