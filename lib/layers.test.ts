import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { importsBetweenFiles } from './testing/imports'

/** From the lowest on: a folder imports of itself and of what stands before it. */
const LAYERS = [
  'lib',
  'lib/text',
  'lib/transcript',
  'lib/assessment',
  'lib/db',
  'lib/db/embedded',
  'lib/db/schema',
  'lib/server',
  'lib/jobs',
  'lib/mail',
  'lib/auth',
  'lib/audit',
  'lib/auth/sign-in',
  'lib/members',
  'lib/members/ways-in',
  'lib/account',
  'lib/passkeys',
  'lib/password-links',
  'lib/invitations',
  'lib/auth/oidc',
  'lib/auth/next-auth',
  'lib/teams',
  'lib/interviews',
  'lib/flows',
  'lib/ribbon',
  'lib/search',
  'lib/attempts',
  'lib/interviews/list',
  'lib/corrections',
  'lib/notes',
  'lib/votes',
  'lib/members/removal',
  'lib/votes/agenda',
  'lib/listening',
  'lib/status',
  'lib/validity',
  'lib/assignments',
  'lib/queue',
  'lib/review',
  'lib/compare',
  'lib/mirror/store',
  'lib/mirror',
  'lib/mirror/lists',
  'lib/mirror/pull',
  'lib/recordings',
  'lib/exports',
  'lib/audit/log',
  'lib/webhooks',
  'lib/connection',
  'lib/server/lifecycle',
]

const imports = importsBetweenFiles('lib')

test('every folder of lib/ has its layer', () => {
  const folders = new Set(imports.flatMap(({ from, to }) => [dirname(from), dirname(to)]))
  expect([...folders].filter((folder) => !LAYERS.includes(folder))).toEqual([])
  expect(imports.length).toBeGreaterThan(500)
})

test('no import in lib/ runs upwards', () => {
  const upwards = imports.filter(({ from, to }) => layerOf(to) > layerOf(from))
  expect(upwards.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
})

function layerOf(file: string): number {
  return LAYERS.indexOf(dirname(file))
}
