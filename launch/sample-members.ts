import { operator } from '../lib/auth/operator'
import { closePool } from '../lib/db/client'
import { migrate } from '../lib/db/migrate'
import { addMember } from '../lib/members/commands'
import { ROLES } from '../lib/auth/permissions'
import { listMembers } from '../lib/members/queries'

/** For the demo only: everybody knows it. */
export const SAMPLE_PASSWORD = 'debrief-demo-only'
export const SAMPLE_EMAILS = ROLES.map((role) => `${role}@example.com`)

/** One member a role, unless they are there from an earlier start. */
export async function seedSampleMembers() {
  await migrate()
  const present = (await listMembers(operator())).map((member) => member.email)
  for (const role of ROLES) {
    const email = `${role}@example.com`
    if (present.includes(email)) continue
    await addMember(operator(), { email, role, teams: 'all', password: SAMPLE_PASSWORD })
  }
  await closePool()
}
