import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { JOBS } from './jobs'

const DECLARED = /^export const \w+: Job<.*?^ {2}kind: ([^,]+),/gms

test('a replica does every kind of work that there is, each by one job', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  )
  const declared = files.flatMap((name) => [...readFileSync(join('lib', name), 'utf8').matchAll(DECLARED)])
  expect(declared).toHaveLength(JOBS.length)
  expect(new Set(JOBS.map(({ kind }) => kind)).size).toBe(JOBS.length)
})
