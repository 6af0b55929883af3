/** From most to least allowed. */
export const ROLES = ['admin', 'recruiter', 'reviewer'] as const
export type Role = (typeof ROLES)[number]

/** Who may do what: the whole of it. A command names the one that it needs in its first parameter, a route asks for it. */
export const PERMISSIONS = {
  'interview.read': ROLES,
  'recording.play': ROLES,
  'listening.record': ROLES,
  'note.write': ROLES,
  'transcript.correct': ROLES,
  'attempt.link': ['admin', 'recruiter'],
  'export.create': ['admin', 'recruiter'],
  'status.set': ['admin', 'recruiter'],
  'score.override': ROLES,
  'interview.invalidate': ROLES,
  'vote.cast': ROLES,
  'interview.reveal': ['admin', 'recruiter'],
  'blindness.set': ['admin', 'recruiter'],
  'review.ask': ROLES,
  'assignment.manage': ['admin', 'recruiter'],
  'rating.give': ROLES,
  'names.reveal': ROLES,
  'names.hide': ['admin', 'recruiter'],
  'anchors.write': ['admin', 'recruiter'],
  'account.manage': ROLES,
  'passkey.add': ROLES,
  'connection.read': ['admin'],
  'connection.check': ['admin'],
  'member.manage': ['admin'],
  'member.invite': ['admin', 'recruiter'],
  'audit.read': ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSIONS
/** Those who may. */
export type RoleFor<P extends Permission> = (typeof PERMISSIONS)[P][number]

/** What nobody else is told that it exists. */
const UNTOLD: readonly Permission[] = ['connection.read', 'connection.check', 'member.manage', 'audit.read']

export function isAllowed<P extends Permission>(role: Role, what: P): role is RoleFor<P> {
  const allowed: readonly Role[] = PERMISSIONS[what]
  return allowed.includes(role)
}

/** The code of the refusal. */
export function refusalOf(what: Permission): 'forbidden' | 'not_found' {
  return UNTOLD.includes(what) ? 'not_found' : 'forbidden'
}
