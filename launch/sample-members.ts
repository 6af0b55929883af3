import { operator } from '../lib/auth/operator'
import { migrate } from '../lib/db/migrate'
import { addMember } from '../lib/members/commands'
import { ROLES } from '../lib/members/member'
import { findMemberByEmail } from '../lib/members/queries'

/** For the demo only: everybody knows it. */
export const SAMPLE_PASSWORD = 'debrief-demo-only'
export const SAMPLE_EMAILS = ROLES.map((role) => `${role}@example.com`)
