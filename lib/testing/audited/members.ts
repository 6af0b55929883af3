import { NO_SCOPE } from '../../auth/member-scope'
import { operator } from '../../auth/operator'
import { addMember, changeMember, endMemberSessions, renameMember, resetPassword } from '../../members/commands'
import { removeMember } from '../../members/removal/commands'
import { aboutMember, byAdmin, type AuditedCases } from './audited-case'
import { ADDED, PASSWORD } from './scene'

const aboutVoter =
  (code: string, payload: object = {}) =>
  ({ voter }: { voter: { memberId: string } }) => [{ code, about: voter.memberId, payload }]

export const MEMBERS: AuditedCases = {
  addMember: {
    does: ({ admin }) => addMember(admin, { ...ADDED, email: `${crypto.randomUUID()}@example.com` }),
    tells: () => [
      { code: 'member.added', payload: { role: 'reviewer', teams: ['team_a'], flows: [], interviews: [] } },
    ],
    by: byAdmin,
  },
  'addMember, from a shell': {
    does: () => addMember(operator(), { ...ADDED, email: `${crypto.randomUUID()}@example.com`, scope: 'all' }),
    tells: () => [{ code: 'member.added', payload: { role: 'reviewer', teams: 'all' } }],
    by: () => ({ actorKind: 'operator', actorId: null }),
  },
  'changeMember, to another role': {
    does: ({ admin, voter }) => changeMember(admin, voter.memberId, { role: 'reviewer' }),
    tells: aboutVoter('member.role_changed', { from: 'recruiter', to: 'reviewer' }),
    by: byAdmin,
  },
  'changeMember, to another scope': {
    does: ({ admin, voter, flowId }) =>
      changeMember(admin, voter.memberId, { scope: { ...NO_SCOPE, flows: [flowId] } }),
    tells: ({ voter, flowId }) =>
      aboutVoter('member.scope_changed', { scope: { ...NO_SCOPE, flows: [flowId] } })({ voter }),
    by: byAdmin,
  },
  'changeMember, to disable them': {
    does: ({ admin, voter }) => changeMember(admin, voter.memberId, { disabled: true }),
    tells: aboutVoter('member.disabled'),
    by: byAdmin,
  },
  'changeMember, to enable them': {
    does: async ({ admin, disabled }) => changeMember(admin, disabled.id, { disabled: false }),
    tells: ({ disabled }) => [{ code: 'member.enabled', about: disabled.id, payload: {} }],
    by: byAdmin,
  },
  'changeMember, to what they are': {
    does: ({ admin, voter }) =>
      changeMember(admin, voter.memberId, { role: 'recruiter', scope: 'all', disabled: false }),
    tells: () => [],
  },
  endMemberSessions: {
    does: ({ admin, voter }) => endMemberSessions(admin, voter.memberId),
    tells: aboutVoter('member.sessions_ended'),
    by: byAdmin,
  },
  removeMember: {
    does: ({ admin, voter }) => removeMember(admin, voter.memberId),
    tells: aboutVoter('member.removed'),
    by: byAdmin,
  },
  'removeMember, for whom an interview waited': {
    does: ({ admin, viewer }) => removeMember(admin, viewer.memberId),
    tells: ({ viewer: { memberId }, blindId, assignmentIds }) => [
      { code: 'assignment.withdrawn', about: blindId, payload: { assignmentId: assignmentIds[0], memberId } },
      { code: 'member.removed', about: memberId, payload: {} },
    ],
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
