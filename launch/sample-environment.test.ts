import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseEnvironment, VARIABLES } from '../lib/env'
import { sampleEnvironment } from './sample-environment'

const givenFolder = () => mkdtempSync(join(tmpdir(), 'sample-'))
const PORTS = { port: '3000', sandboxPort: '4010' }
const OF_ITSELF = ['DATA_DIR', 'RIBBON_API_KEY', 'RIBBON_API_URL', 'RECORDING_HOSTS', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET']

test('whatever a real installation’s shell has set, the samples are met at their own address, key and secret alone', () => {
  const real = Object.fromEntries(VARIABLES.map((name) => [name, 'of the real one']))
  const folder = givenFolder()
  const env = sampleEnvironment(real, folder, PORTS)
  expect(env).toMatchObject({ NEXTAUTH_URL: 'http://localhost:3000', DATA_DIR: folder, PORT: '3000' })
  expect(env.NEXTAUTH_SECRET.length).toBeGreaterThan(32)
  // How often the sandbox is asked may be said.
  expect(Object.entries(env).filter(([, value]) => value === 'of the real one')).toEqual([
    ['MIRROR_INTERVAL_SECONDS', 'of the real one'],
  ])
  const others = VARIABLES.filter((name) => ![...OF_ITSELF, 'MIRROR_INTERVAL_SECONDS'].includes(name))
  for (const name of others) expect(env, name).toHaveProperty(name, '')
})

test('Debrief starts with it, and with the same secret again', () => {
  const folder = givenFolder()
  const env = sampleEnvironment({}, folder, PORTS)
  const read = parseEnvironment({ ...env, DATABASE_URL: 'postgres://embedded' })
  expect(read).toMatchObject({ PASSWORD_SIGN_IN: 'on', TRUSTED_PROXIES: 0, MIRROR_INTERVAL_SECONDS: 20 })
  expect(sampleEnvironment({}, folder, PORTS).NEXTAUTH_SECRET).toBe(env.NEXTAUTH_SECRET)
})
