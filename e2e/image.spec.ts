import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { randomUUID } from 'node:crypto'
import { cpSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { temporaryFolder } from './temporary-folder'
import { expect, type Shared, test } from './test'
import { untilPulled } from './until-pulled'

const NEW = 'nine zithers vex every otter'

/** What the Dockerfile puts into the image. */
function imageFolder(): string {
  const image = temporaryFolder('image')
  const stages = readFileSync('Dockerfile', 'utf8').split(/^FROM .*$/m)
  const copied = [...(stages.at(-1) ?? '').matchAll(/^COPY --from=build \S+ \/app\/(\S+) \.\/$/gm)]
  for (const [, folder = ''] of copied) cpSync(folder, image, { recursive: true })
  return image
}

/** As `docker compose exec app node …` does, with the exit code and all that it says. Beside the test, whose own connections would die meanwhile. */
function shellIn(cwd: string, env: Record<string, string>) {
  return async (command: string[], input = '') => {
    const child = spawn(process.execPath, command, { cwd, env: { ...env, NODE_ENV: 'production' as const } })
    child.stdin.end(input)
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
    return { code: code as number | null, said: stdout + stderr }
  }
}

test('the image’s folder has the commands, and they need nothing else', async ({ shared }) => {
  const { DATABASE_URL = '' } = shared.env
  const run = shellIn(imageFolder(), { DATABASE_URL })
  const email = `${randomUUID()}@example.com`
  expect(await run(['member.mjs', 'add', email, '--role', 'reviewer'], `${PASSWORD}\n`)).toEqual({
    code: 0,
    said: expect.stringContaining('can sign in now'),
  })
  expect((await run(['rederive.mjs'])).said).toContain('replies read')
  expect((await run(['audit.mjs', 'verify'])).said).toMatch(
    /as they were written[^]+\ndebrief-audit-2 \d+ \d+ [0-9a-f]{64}\n$/,
  )
  await signInOverHttp(shared.origin, email, PASSWORD)
})

const says = (sentence: string) => ({ code: 0, said: expect.stringContaining(sentence) })

test('in the image’s folder a shell does with a member all that Team does', async ({ shared }) => {
  const { origin } = shared
  const run = shellIn(imageFolder(), shared.env)
  const email = `${randomUUID()}@example.com`
  const member = (verb: string, ...rest: string[]) => run(['member.mjs', verb, email, ...rest])
  const teamId = await someTeam(shared)

  const rights = ['--role', 'reviewer', '--team', teamId]
  expect(await member('invite', ...rights)).toEqual(says('joins as reviewer, once and within seven days'))
  expect((await run(['member.mjs', 'list'])).said).toMatch(new RegExp(`^${email} .*invited until`, 'm'))
  expect(await member('withdraw')).toEqual(says('not invited any more'))
  expect(await member('invite-again')).toEqual({ code: 2, said: expect.stringContaining('invitation') })
  const first = await member('invite', ...rights)
  const invited = await member('invite-again')
  expect(invited).toEqual(says('the link before does nothing any more'))
  const joining = { name: 'Ida', password: PASSWORD }
  expect(await post(origin, '/api/invitations/accepted', { token: tokenIn(first.said), ...joining })).toBe(410)
  expect(await post(origin, '/api/invitations/accepted', { token: tokenIn(invited.said), ...joining })).toBe(200)
  const here = ' +password +(?:last here [-\\d: ]+ UTC|never here)$'
  const ida = new RegExp(`^${email} +Ida +reviewer +team ${teamId}${here}`, 'm')
  expect((await run(['member.mjs', 'list'])).said).toMatch(ida)

  expect(await member('invite', '--role', 'reviewer')).toEqual({
    code: 2,
    said: expect.stringContaining('already a member'),
  })
  expect(await member('remove-passkeys')).toEqual(says('no passkey any more'))
  expect(await member('rename', '--name', 'Ida Rhodes')).toEqual(says('has a new name'))
  expect(await member('set-role', '--role', 'recruiter')).toEqual(says('recruiter from the next sign-in on'))
  const cookie = await signInOverHttp(origin, email, PASSWORD)
  expect(await teamsSeen(origin, cookie)).toEqual([teamId])
  expect(await member('set-scope', '--all')).toEqual(says('sees everything from now on'))
  expect((await teamsSeen(origin, cookie)).length).toBeGreaterThan(1)

  for (const end of ['sign-out', 'disable']) {
    const session = await signInOverHttp(origin, email, PASSWORD)
    expect(await member(end)).toEqual(says('is signed out'))
    expect(await statusAt(origin, session), end).toBe(401)
  }
  await expect(signInOverHttp(origin, email, PASSWORD)).rejects.toThrow('401')
  expect(await member('enable')).toEqual(says('can sign in again'))

  const reset = await member('reset-link')
  expect(reset).toEqual(says('once and within an hour'))
  expect(await post(origin, '/api/password-links/used', { token: tokenIn(reset.said), password: NEW })).toBe(200)
  await signInOverHttp(origin, email, NEW)

  expect(await member('break-glass', 'on')).toEqual({ code: 2, said: expect.stringContaining('Only an admin') })
  expect((await member('set-scope', '--team', 'no-team-of-ribbons')).code).toBe(2)
  expect(await member('sweep')).toEqual({ code: 2, said: expect.stringContaining('Usage:') })

  const last = await signInOverHttp(origin, email, NEW)
  expect(await member('remove')).toEqual(says('is removed'))
  expect(await statusAt(origin, last)).toBe(401)
  expect((await run(['member.mjs', 'list'])).said).not.toContain(email)
})

async function someTeam({ origin }: Shared): Promise<string> {
  const cookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
  await untilPulled(origin, cookie)
  const [team] = await teamsSeen(origin, cookie)
  if (team === undefined) throw new Error('the sandbox has no team')
  return team
}

/** Of the interviews that somebody sees. */
async function teamsSeen(origin: string, cookie: string): Promise<string[]> {
  const response = await fetch(`${origin}/api/interviews?limit=200`, { headers: { cookie } })
  const list = z.object({ items: z.array(z.object({ team: z.object({ id: z.string().nullable() }) })) })
  const { items } = list.parse(await response.json())
  return [...new Set(items.flatMap(({ team }) => team.id ?? []))]
}

const statusAt = async (origin: string, cookie: string) =>
  (await fetch(`${origin}/api/freshness`, { headers: { cookie } })).status

const post = async (origin: string, path: string, body: object) =>
  (await fetch(origin + path, { method: 'POST', headers: { origin }, body: JSON.stringify(body) })).status

function tokenIn(said: string): string {
  return said.trim().split('/').at(-1) ?? ''
}
