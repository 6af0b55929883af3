import { operator } from '../../auth/operator'
import { inviteMembers, renewInvitation, withdrawInvitation } from '../../invitations/commands'
import { makePasswordLink } from '../../password-links/commands'
import { aboutMember, byAdmin, type AuditedCases } from './audited-case'
import type { Scene } from './scene'

const SCOPE = { teams: ['team_a'], flows: [], interviews: [] }
const inviting = () => ({
  emails: [`${crypto.randomUUID()}@example.com`, 'no address'],
  role: 'reviewer' as const,
  scope: SCOPE,
})
const told = (code: string) => (scene: Scene) => [{ code, about: scene.invitationId, payload: {} }]

export const INVITATIONS: AuditedCases = {
  inviteMembers: {
    does: ({ admin }) => inviteMembers(admin, inviting()),
    tells: () => [{ code: 'invitation.made', payload: { role: 'reviewer', scope: SCOPE } }],
    by: byAdmin,
  },
  'inviteMembers, from a shell': {
    does: () => inviteMembers(operator(), inviting()),
    tells: () => [{ code: 'invitation.made', payload: { role: 'reviewer', scope: SCOPE } }],
    by: () => ({ actorKind: 'operator', actorId: null }),
  },
  renewInvitation: {
    does: ({ admin, invitationId }) => renewInvitation(admin, invitationId),
    tells: told('invitation.renewed'),
    by: byAdmin,
  },
  withdrawInvitation: {
    does: ({ admin, invitationId }) => withdrawInvitation(admin, invitationId),
    tells: told('invitation.withdrawn'),
    by: byAdmin,
  },
  makePasswordLink: {
    does: ({ admin, member }) => makePasswordLink(admin, { memberId: member.id }),
    tells: aboutMember('member.password_link_made'),
    by: byAdmin,
  },
}
