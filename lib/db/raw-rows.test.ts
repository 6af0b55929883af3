import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('no row of written SQL is taken to be what its caller calls it', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).map((name) => join('lib', name))
  const trusting = files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/testing\//.test(file))
    .filter((file) => /\bexecute</.test(readFileSync(file, 'utf8')))
  expect(trusting).toEqual([])
})
