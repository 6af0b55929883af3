// Must hold 1: what a checkout has of secrets is in no build.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** A checkout in which Next has built, and left what it copies of it. */
function givenBuild(copied: string[]): string {
  const checkout = mkdtempSync(join(tmpdir(), 'checkout-'))
  for (const name of ['launch', 'lib', 'node_modules', 'package.json', 'tsconfig.json'])
    symlinkSync(join(process.cwd(), name), join(checkout, name))
  for (const folder of ['.next/static', '.next/standalone/.next'])
    mkdirSync(join(checkout, folder), { recursive: true })
  writeFileSync(join(checkout, '.next/static/a.js'), 'alert()\n')
  for (const name of copied) writeFileSync(join(checkout, '.next/standalone', name), 'RIBBON_API_KEY=canary\n')
  return checkout
}

test('the folder that is handed on has the browser’s files and the commands, and no variables', () => {
  const checkout = givenBuild(['server.js', '.env', '.env.production', '.env.production.local', '.env.local'])
  const assemble = ['--import', 'tsx', 'launch/assemble-standalone.ts']
  const { status, stderr } = spawnSync(process.execPath, assemble, { cwd: checkout, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  const handedOn = readdirSync(join(checkout, '.next/standalone'))
  expect(handedOn.toSorted()).toEqual(['.next', 'audit.mjs', 'member.mjs', 'rederive.mjs', 'server.js'])
  expect(readdirSync(join(checkout, '.next/standalone/.next/static'))).toEqual(['a.js'])
})
