import { operator } from '../lib/auth/operator'
import { closePool } from '../lib/db/client'
import { migrate } from '../lib/db/migrate'
import { addMember, renameMember } from '../lib/members/commands'
import { ROLES } from '../lib/auth/permissions'
import { listMembers } from '../lib/members/queries'

/** For the demo only: everybody knows it. */
export const SAMPLE_PASSWORD = 'debrief-demo-only'
const SAMPLE_NAMES = { admin: 'Mara Lindqvist', recruiter: 'Jonas Okafor', reviewer: 'Aiko Brandt' } as const
export const SAMPLE_EMAILS = ROLES.map((role) => `${role}@example.com`)

/** One member a role, unless they are there from an earlier start; one of before they had names gets theirs. */
export async function seedSampleMembers() {
  await migrate()
  const present = await listMembers(operator())
  for (const role of ROLES) {
    const [email, name] = [`${role}@example.com`, SAMPLE_NAMES[role]]
    const member = present.find((other) => other.email === email)
    if (!member) await addMember(operator(), { email, name, role, scope: 'all', password: SAMPLE_PASSWORD })
    else if (member.name === null) await renameMember(operator(), { email, name })
  }
  await closePool()
}
