import { expect, test } from 'vitest'
import { allowedDomains, groupRoles } from './oidc-variables'

test.each([
  ...['example.com;example.org', 'example.com example.org', '.', 'example', '.example.com', 'example.com.'],
  ...['a..example', 'exämple.com', '\u212Aelvin.example', 'example.com,example'],
])('a domain that no email can have is refused: %s', (list) => {
  const { error } = allowedDomains.safeParse(list)
  expect(error?.issues[0]?.message).toMatch(/comma-separated.*written as xn--/)
})

test.each([
  ...['a=admin;b=recruiter', 'nights=reviewer:team_a hiring=admin', 'nights=reviewer:team_a=admin'],
  ...[
    'a=recruiter=admin',
    'a=admin;',
    'a=reviewer:t;b',
    'a=reviewer:t u',
    'a=reviewer:t:u',
    'a = reviewer : t; b = admin',
  ],
])('pairs that another sign than a comma separates are refused: %s', (list) => {
  const { error } = groupRoles.safeParse(list)
  expect(error?.issues[0]?.message).toMatch(/Put a comma between pairs, a \+ between teams/)
})
