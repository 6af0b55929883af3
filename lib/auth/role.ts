/** From most to least allowed. */
export const ROLES = ['admin', 'recruiter', 'reviewer'] as const
export type Role = (typeof ROLES)[number]
