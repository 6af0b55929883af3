// Must hold 20.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { lockfile, missingOptionals, unverified } from './lockfile'

/** Below these versions there are published vulnerabilities that concern us. */
const FLOOR: Record<string, string> = { next: '16.4.5', sharp: '0.35.5', 'drizzle-orm': '0.45.2' }

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
})

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const { packages } = lockfile.parse(read('package-lock.json'))

test.each(Object.entries(FLOOR))('%s is locked at %s or later, wherever it is installed', (name, floor) => {
  const installed = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
  expect(installed.length).toBeGreaterThan(0)
  for (const [path, { version = '0' }] of installed)
    expect(compare(version, floor), `${path} ${version}`).toBeGreaterThanOrEqual(0)
})

test('every dependency is pinned to one version, and the lockfile names no download host', () => {
  const { dependencies, devDependencies } = manifest.parse(read('package.json'))
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  )
  expect(loose).toEqual([])
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
})

test('the optional packages of every platform are locked, or a clean install fails (npm run lockfile)', () => {
  expect(missingOptionals(packages)).toEqual([])
  const { 'node_modules/@next/swc-darwin-arm64': forgotten, ...rest } = packages
  expect(forgotten).toBeDefined()
  expect(missingOptionals(rest)).toMatchObject([{ name: '@next/swc-darwin-arm64' }])
})

test('every locked package has its integrity, those of other platforms too (npm run lockfile)', () => {
  expect(unverified(packages)).toEqual([])
  const forgotten = { 'node_modules/@next/swc-darwin-arm64': { version: '16.4.6' } }
  expect(unverified({ ...packages, ...forgotten })).toEqual(Object.keys(forgotten))
})

function compare(version: string, floor: string): number {
  return version.localeCompare(floor, 'en', { numeric: true })
}
