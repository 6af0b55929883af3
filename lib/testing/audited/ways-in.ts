import { setBreakGlass, unlinkMember } from '../../members/ways-in/commands'
import { byAdmin, type AuditedCases } from './audited-case'

export const WAYS_IN: AuditedCases = {
  setBreakGlass: {
    does: ({ admin, linked }) => setBreakGlass(admin, { email: linked.email, on: true }),
    tells: ({ linked }) => [{ code: 'member.break_glass_set', about: linked.id, payload: { on: true } }],
    by: byAdmin,
  },
  'setBreakGlass, as it is': {
    does: ({ admin, linked }) => setBreakGlass(admin, { email: linked.email, on: false }),
    tells: () => [],
  },
  unlinkMember: {
    does: ({ admin, linked }) => unlinkMember(admin, linked.email),
    tells: ({ linked }) => [{ code: 'member.unlinked', about: linked.id, payload: {} }],
    by: byAdmin,
  },
  'unlinkMember, who was not linked': {
    does: ({ admin, member }) => unlinkMember(admin, member.email),
    tells: () => [],
  },
}
