import { expect } from 'vitest'
import { changePassword, endOtherSessions, endOwnSession, renameAccount } from '../../account/commands'
import { whoMay } from '../../db/testing/fixtures'
import type { AuditedCases } from './audited-case'
import { PASSWORD, type Scene } from './scene'

const from = { address: '192.0.2.1', userAgent: null }
const me = ({ viewer }: Scene) => whoMay(viewer, 'account.manage')

const aboutMe =
  (code: string, payload: object = {}) =>
  ({ viewer }: Scene) => [{ code, about: viewer.memberId, payload }]
const signedOutElsewhere = ({ viewer, elsewhereId }: Scene) => [
  { code: 'signed_out', about: viewer.memberId, payload: { sessionId: elsewhereId } },
]

export const ACCOUNT: AuditedCases = {
  renameAccount: { does: (scene) => renameAccount(me(scene), 'Ada Byron'), tells: aboutMe('member.renamed') },
  changePassword: {
    does: (scene) =>
      changePassword(me(scene), { current: PASSWORD, password: PASSWORD, from, deviceCookie: undefined }),
    tells: aboutMe('member.password_changed', { sessionId: expect.any(String) }),
  },
  endOtherSessions: { does: (scene) => endOtherSessions(me(scene)), tells: signedOutElsewhere },
  endOwnSession: { does: (scene) => endOwnSession(me(scene), scene.elsewhereId), tells: signedOutElsewhere },
  'endOwnSession, of another member': {
    does: (scene) => endOwnSession(me(scene), scene.admin.sessionId),
    tells: () => [],
  },
}
