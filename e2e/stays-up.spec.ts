import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free-port'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, runMemberFromSources } from './installation'
import { startProgram, untilAnswering } from './program'
import { temporaryFolder } from './temporary-folder'
import { expect, test } from './test'

const START = ['--import', 'tsx', '--conditions=react-server', 'launch/start.ts']

/** As `npm start` finds it on a machine without a database, and with Ribbon out of reach. */
async function environment() {
  const port = String(await freePort())
  return {
    PORT: port,
    HOSTNAME: 'the-name-of-a-machine',
    DATA_DIR: temporaryFolder('data'),
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    RIBBON_API_KEY: randomUUID(),
    RIBBON_API_URL: 'http://127.0.0.1:1',
  }
}

function databasePid(dataDir: string): number {
  return (JSON.parse(readFileSync(join(dataDir, 'postgres.address'), 'utf8')) as { pid: number }).pid
}

/** False when it is dead already. */
function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}

test('npm start opens a database that died again, with all it had, and ends with a sentence when that does not help', async () => {
  const env = await environment()
  const started = startProgram(START, env)
  // In the same second, as a script does.
  await runMemberFromSources(['add', MEMBERS[0], '--role', 'admin'], env)
  await untilAnswering(`${env.NEXTAUTH_URL}/api/health/ready`, started)
  const cookie = await signInOverHttp(env.NEXTAUTH_URL, MEMBERS[0], PASSWORD)
  const get = (path: string) => fetch(env.NEXTAUTH_URL + path, { headers: { cookie } })
  // Both at once: what is asked after the other may be answered as before.
  const ask = () => Promise.all([get('/api/interviews?limit=1'), get('/candidates')])

  await test.step('a second start is refused, for the port and for the folder', async () => {
    for (const [over, sentence] of [
      [{}, `Port ${env.PORT} is in use`],
      [{ PORT: String(await freePort()) }, 'Stop it first, or set DATA_DIR to another folder'],
    ] as const) {
      const second = startProgram(START, { ...env, ...over })
      expect(await second.exited).toBe(1)
      expect(readFileSync(second.log, 'utf8')).toContain(sentence)
    }
  })

  await test.step('what was asked meanwhile is answered with a sentence, and then as before', async () => {
    kill(databasePid(env.DATA_DIR))
    const failed: unknown[] = []
    const pages: { status: number; text: string }[] = []
    for (let [answer, page] = await ask(); answer.status !== 200; [answer, page] = await ask()) {
      failed.push(await answer.json())
      pages.push({ status: page.status, text: await page.text() })
    }
    expect(failed).not.toEqual([])
    for (const problem of failed) expect(problem).toMatchObject({ status: 503, code: 'database_unavailable' })
    expect(pages[0]).toMatchObject({
      status: 503,
      text: expect.stringContaining('Debrief is waiting for its database'),
    })
    for (const { status } of pages) expect([200, 503]).toContain(status)
    await untilAnswering(`${env.NEXTAUTH_URL}/api/health/ready`, started)
  })

  await test.step('it ends when the database keeps dying', async () => {
    const ended = started.exited.then(() => true)
    while (!(await Promise.race([ended, pause(50, false)]))) kill(databasePid(env.DATA_DIR))
    expect(await started.exited).toBe(1)
    expect(readFileSync(started.log, 'utf8')).toContain('within 5 minutes, so Debrief stops')
  })
})
