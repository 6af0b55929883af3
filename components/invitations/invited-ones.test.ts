import { expect, test } from 'vitest'
import { INVITATION, NOBODY, type InvitationDraft } from './invited-ones'

test('whom one types is written; as what, and to see what, is chosen', () => {
  const first: InvitationDraft = { ...NOBODY, role: 'reviewer', scope: 'all' }
  const scope = { teams: ['t1'], flows: [], interviews: [] }
  expect(INVITATION.written({ ...first, role: 'admin', scope })).toEqual(INVITATION.written(first))
  const lines = [{ text: 'ada@example.com', reason: null }]
  for (const typed of [{ typed: 'ad' }, { lines }])
    expect(INVITATION.written({ ...first, ...typed })).not.toEqual(INVITATION.written(first))
})
