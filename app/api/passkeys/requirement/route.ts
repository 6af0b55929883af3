import { answer, route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { setPasskeyRequirement } from '@/lib/members/ways-in/commands'
import { requirementDraft } from '@/lib/passkeys/passkey'
import { readJsonBody } from '@/lib/server/json-body'

export const PUT = route(async (request) => {
  const admin = await requireMay('member.manage')
  const { of, replaces } = await readJsonBody(request, requirementDraft)
  await setPasskeyRequirement(admin, of, replaces)
  return answer({ of })
})
