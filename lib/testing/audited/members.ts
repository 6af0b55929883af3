import { operator } from '../../auth/operator'
import { addMember, disableMember, enableMember, renameMember, resetPassword } from '../../members/commands'
import { aboutMember, byAdmin, type AuditedCases } from './audited-case'
import { ADDED, PASSWORD } from './scene'

export const MEMBERS: AuditedCases = {
  addMember: {
    does: ({ admin }) => addMember(admin, { ...ADDED, email: `${crypto.randomUUID()}@example.com` }),
    tells: () => [{ code: 'member.added', payload: { role: 'reviewer', teams: ['team_a'] } }],
    by: byAdmin,
  },
  'addMember, from a shell': {
    does: () => addMember(operator(), { ...ADDED, email: `${crypto.randomUUID()}@example.com`, teams: 'all' }),
    tells: () => [{ code: 'member.added', payload: { role: 'reviewer', teams: 'all' } }],
    by: () => ({ actorKind: 'operator', actorId: null }),
  },
  disableMember: {
    does: ({ admin, member }) => disableMember(admin, member.email),
    tells: aboutMember('member.disabled'),
    by: byAdmin,
  },
  enableMember: {
    does: ({ admin, member }) => enableMember(admin, member.email),
    tells: aboutMember('member.enabled'),
    by: byAdmin,
  },
  renameMember: {
    does: ({ admin, member }) => renameMember(admin, { email: member.email, name: 'Ada Byron' }),
    tells: aboutMember('member.renamed'),
    by: byAdmin,
  },
  'renameMember, to the same name': {
    does: ({ admin, member }) => renameMember(admin, { email: member.email, name: null }),
    tells: () => [],
  },
  resetPassword: {
    does: ({ admin, member }) => resetPassword(admin, { email: member.email, password: PASSWORD }),
    tells: aboutMember('member.password_reset'),
    by: byAdmin,
  },
}
