import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { dataFolder, temporaryFolder } from './testing/embedded'

const PROGRAM = ['--import', 'tsx', '--conditions=react-server', 'launch/member.ts']

/** In a shell that knows nothing but where the data is. */
function shell(DATA_DIR: string, variables: Record<string, string> = {}) {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, NODE_ENV: 'production' as const, DATA_DIR, ...variables }
  return (...words: string[]) => {
    const input = 'kettle orchard ninety-one\n'
    const { stdout, stderr, status } = spawnSync(process.execPath, [...PROGRAM, ...words], {
      ...{ env, input, encoding: 'utf8' as const },
    })
    return { said: `${stdout}${stderr}`.trim(), status }
  }
}

test('a member is signed out and disabled from a shell that knows nothing of how people come in', () => {
  const run = shell(temporaryFolder())
  for (const words of [
    ['add', 'grace@example.com', '--role', 'reviewer'],
    ['sign-out', 'grace@example.com'],
    ['disable', 'grace@example.com'],
  ])
    expect(run(...words)).toMatchObject({ status: 0 })
})

test('whoever names a team or a flow that is not there yet is told', async () => {
  const run = shell(await dataFolder(), { NEXTAUTH_URL: 'https://debrief.example' })
  const rights = ['--role', 'reviewer', '--team', 'deadbeef', '--flow', 'beef']
  const sentence =
    'There is no team deadbeef. There is no flow beef. Unless that comes from Ribbon, nothing is seen of it.'
  expect(run('add', 'hal@example.com', ...rights)).toEqual({
    said: `hal@example.com can sign in now, as reviewer.\n${sentence}`,
    status: 0,
  })
  const invited = run('invite', 'ida@example.com', ...rights)
  expect(invited).toMatchObject({ said: expect.stringMatching(/\/invite\/[\w-]{43}\n/), status: 0 })
  expect(invited.said.split('\n').at(-1)).toBe(sentence)
  expect(run('add', 'ada@example.com', '--role', 'admin').said).toBe('ada@example.com can sign in now, as admin.')
})

test('a shell needs no variable that its command does not, and is told of the one that it does', async () => {
  const run = shell(await dataFolder())
  expect(run('list')).toEqual({ said: 'There is no member yet.', status: 0 })
  const refused = run('invite', 'ada@example.com', '--role', 'reviewer')
  expect(refused).toMatchObject({
    said: expect.stringContaining('NEXTAUTH_URL must be the address people open'),
    status: 1,
  })
  expect(shell(temporaryFolder(), { PASSWORD_SIGN_IN: 'maybe' })('list')).toEqual({
    said: 'PASSWORD_SIGN_IN must be on or off.',
    status: 1,
  })
})

test('several are invited at once, and whoever cannot be is named', async () => {
  const run = shell(await dataFolder(), { NEXTAUTH_URL: 'https://debrief.example' })
  const { said, status } = run('invite', 'ada@example.com', 'grace@example.com', 'nobody', '--role', 'reviewer')
  expect(status).toBe(2)
  expect(said.replaceAll(/\/invite\/[\w-]{43}$/gm, '/invite/TOKEN').split('\n')).toEqual([
    'Whoever opens their link joins as reviewer, once and within seven days:',
    'ada@example.com  https://debrief.example/invite/TOKEN',
    'grace@example.com  https://debrief.example/invite/TOKEN',
    'nobody: not an address.',
  ])
})
