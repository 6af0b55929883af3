import { execFileSync } from 'node:child_process'
import { assert, array, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { memberCommand } from './shell-command'

test('a command stands as it is typed in a shell or for the container', () => {
  const words = ['add', 'ada@example.com', '--role', 'reviewer', '--name', 'Ada Byron']
  expect(memberCommand('shell', null, words)).toBe(
    "npm run member -- add ada@example.com --role reviewer --name 'Ada Byron'",
  )
  expect(memberCommand('shell', '.data/demo', ['list'])).toBe('DATA_DIR=.data/demo npm run member -- list')
  expect(memberCommand('container', '.data/demo', ['list'])).toBe('docker compose exec app node member.mjs list')
})

test('whatever is typed in the form, the shell runs nothing of it and gives the command those very words', () => {
  const word = string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll(/[\0\r]/g, ''))
  assert(
    property(array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const typed = memberCommand('shell', null, words).replace(/^npm run member -- /, '')
      const told = execFileSync('sh', ['-c', `printf '%s\\0' ${typed}`], { encoding: 'utf8' })
      expect(told.split('\0').slice(0, -1)).toEqual(words)
    }),
    { numRuns: 50, examples: [[["O'Neill", '$(id)', '`id`', '; rm -rf']], [['', '"', '\\', '*']]] },
  )
})
