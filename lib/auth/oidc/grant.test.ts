import { expect, test } from 'vitest'
import { NO_SCOPE } from '../member-scope'
import { grantOf } from './grant'

const ROLES = [
  { group: 'nights', role: 'reviewer' as const, teams: ['team_a', 'team_b'] },
  { group: 'days', role: 'reviewer' as const, teams: ['team_b', 'team_c'] },
  { group: 'hiring', role: 'recruiter' as const, teams: null },
  { group: 'some-hiring', role: 'recruiter' as const, teams: ['team_a'] },
  { group: 'admins', role: 'admin' as const, teams: null },
]

test.each([
  [[], { role: 'reviewer', scope: NO_SCOPE }],
  [['elsewhere'], { role: 'reviewer', scope: NO_SCOPE }],
  [['Nights'], { role: 'reviewer', scope: NO_SCOPE }],
  [['nights'], { role: 'reviewer', scope: { ...NO_SCOPE, teams: ['team_a', 'team_b'] } }],
  [['nights', 'days'], { role: 'reviewer', scope: { ...NO_SCOPE, teams: ['team_a', 'team_b', 'team_c'] } }],
  [['nights', 'some-hiring'], { role: 'recruiter', scope: { ...NO_SCOPE, teams: ['team_a'] } }],
  [['some-hiring', 'hiring'], { role: 'recruiter', scope: null }],
  [['nights', 'admins', 'hiring'], { role: 'admin', scope: null }],
])('of the groups %j the most allowing counts, with all the teams of that role', (groups, grant) => {
  expect(grantOf(groups, ROLES)).toEqual(grant)
})
