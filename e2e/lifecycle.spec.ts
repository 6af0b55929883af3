import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { endSession } from '../launch/session-over-http'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, runMember, SERVER, startInstallation } from './installation'
import { longestInterview } from './known-interview'
import { startProgram, untilAnswering } from './program'
import { expect, test } from './test'

const GRACE_MS = 10_000

test('a missing or weak secret, or a public address without TLS, stops the start with a sentence', async ({
  shared,
}) => {
  for (const [env, sentence] of [
    [{ NEXTAUTH_SECRET: '' }, /NEXTAUTH_SECRET is missing.*openssl rand/],
    [{ NEXTAUTH_SECRET: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }, /NEXTAUTH_SECRET is too easy to guess/],
    [{ NEXTAUTH_URL: 'http://debrief.example.com' }, /NEXTAUTH_URL must begin with https/],
    [{ RIBBON_API_KEY: '' }, /RIBBON_API_KEY is missing/],
  ] as const) {
    const app = startProgram([SERVER], { ...shared.env, PORT: '0', ...env })
    expect(await app.exited).not.toBe(0)
    expect(readFileSync(app.log, 'utf8')).toMatch(sentence)
  }
})

test('SIGTERM with open recordings ends the app in time, and the next start serves', async () => {
  const installation = await startInstallation({
    sandboxOptions: ['--interviews', '5', '--seed', '1'],
    members: [MEMBERS[0]],
  })
  const cookie = await signInOverHttp(installation.origin, MEMBERS[0], PASSWORD)
  const id = await longestInterview(installation.origin, cookie)
  const recordings = await Promise.all(
    Array.from({ length: 5 }, () =>
      fetch(`${installation.origin}/api/interviews/${id}/recording/audio`, { headers: { cookie } }),
    ),
  )
  expect(recordings.map((response) => response.status)).toEqual([200, 200, 200, 200, 200])

  installation.app.signal('SIGTERM')
  const tooLate = setTimeout(() => installation.app.signal('SIGKILL'), GRACE_MS)
  // 143 is a SIGTERM that ran to its end: 1 is our own emergency exit, null a kill.
  expect(await installation.app.exited).toBe(143)
  clearTimeout(tooLate)

  const again = startProgram([SERVER], installation.env)
  await untilAnswering(`${installation.origin}/api/health/ready`, again)
  expect((await fetch(`${installation.origin}/api/interviews/${id}`, { headers: { cookie } })).status).toBe(200)
  again.signal('SIGTERM')
  await again.exited
  await installation.stop()
})

test('what was answered until SIGTERM has ended the app is in the log', async () => {
  const installation = await startInstallation({
    sandboxOptions: ['--interviews', '5', '--seed', '1'],
    members: [MEMBERS[0]],
  })
  const { origin, app, env } = installation
  const cookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
  let answered = 0
  const searchOn = async () => {
    for (;;) {
      const search = new URLSearchParams({ q: randomUUID(), limit: '1' })
      const answer = await fetch(`${origin}/api/interviews?${search}`, { headers: { cookie } }).catch(() => null)
      if (answer?.status !== 200) return
      answered += 1
    }
  }
  const searching = Promise.all(Array.from({ length: 8 }, searchOn))
  await expect.poll(() => answered).toBeGreaterThan(40)
  app.signal('SIGTERM')
  await Promise.all([app.exited, searching])

  const again = startProgram([SERVER], env)
  await untilAnswering(`${origin}/api/health/ready`, again)
  const log = await fetch(`${origin}/api/exports/audit.json?code=searched`, { headers: { cookie } })
  const { total } = z.object({ total: z.number() }).parse(await log.json())
  expect(total).toBeGreaterThanOrEqual(answered)
  again.signal('SIGTERM')
  await again.exited
  await installation.stop()
})

test('a saved cookie fails on the very next request after disabling, a new password, or sign-out', async ({
  shared,
}) => {
  const email = `${randomUUID()}@example.com`
  await runMember(['add', email, '--role', 'reviewer'], shared.env)
  const ask = async (cookie: string) =>
    (await fetch(`${shared.origin}/api/interviews?limit=1`, { headers: { cookie } })).status

  const beforeDisabling = await signInOverHttp(shared.origin, email, PASSWORD)
  expect(await ask(beforeDisabling)).toBe(200)
  await runMember(['disable', email], shared.env)
  expect(await ask(beforeDisabling)).toBe(401)

  await runMember(['enable', email], shared.env)
  const beforeReset = await signInOverHttp(shared.origin, email, PASSWORD)
  await runMember(['reset-password', email], shared.env)
  expect(await ask(beforeReset)).toBe(401)

  const beforeSignOut = await signInOverHttp(shared.origin, email, PASSWORD)
  expect(await ask(beforeSignOut)).toBe(200)
  await endSession(shared.origin, beforeSignOut)
  expect(await ask(beforeSignOut)).toBe(401)
})
