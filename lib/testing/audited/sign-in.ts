import { expect } from 'vitest'
import { signIn } from '../../auth/sign-in/sign-in'
import { signOut } from '../../auth/sign-in/sign-out'
import { aboutMember, bySystem, type AuditedCases } from './audited-case'
import { PASSWORD } from './scene'

const attempt = (email: string, password: string) => signIn({ email, password, address: crypto.randomUUID() })

export const SIGN_IN: AuditedCases = {
  'signIn, with the right password': {
    does: ({ member }) => attempt(member.email, PASSWORD),
    tells: ({ member }) => [
      { code: 'sign_in.succeeded', about: member.id, payload: { sessionId: expect.any(String), by: 'password' } },
    ],
    by: bySystem,
  },
  'signIn, with a wrong one': {
    does: ({ member }) => attempt(member.email, 'wrong').catch(() => {}),
    tells: aboutMember('sign_in.failed'),
    by: bySystem,
  },
  'signIn, by nobody': {
    does: () => attempt('nobody@example.com', PASSWORD).catch(() => {}),
    tells: () => [{ code: 'sign_in.failed', about: null, payload: {} }],
    by: bySystem,
  },
  signOut: {
    does: ({ viewer }) => signOut(viewer.sessionId),
    tells: ({ viewer }) => [{ code: 'signed_out', about: viewer.memberId, payload: { sessionId: viewer.sessionId } }],
  },
}
