import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCommand, UsageError } from './member-arguments'

const PAGES = [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
const COMMAND = /(?:npm run member --|node member\.mjs) +([^\n`]+)/g

/** As a shell divides them: what follows a # is a comment, what follows a < comes from a file. */
function wordsOf(line: string): string[] {
  const [command = ''] = line.split(/ #|\s<|'$/)
  return Array.from(command.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, plain]) => quoted ?? plain ?? '')
}

const documented = PAGES.flatMap((page) =>
  Array.from(readFileSync(page, 'utf8').matchAll(COMMAND), ([, line = '']) => ({ page, words: wordsOf(line) })),
)
// In a sentence a command may stand for itself.
const whole = documented.filter(({ words }) => words.length > 1 || words[0] === 'list')

test('every command about members that the pages name is one that the shell takes', () => {
  expect(whole.length).toBeGreaterThan(20)
  for (const { page, words } of whole) expect(() => readCommand(words), `${page}: ${words.join(' ')}`).not.toThrow()
})

test('the page for whoever runs Debrief names all that can be done about a member, in the container', () => {
  const verbs = new Set(whole.filter(({ page }) => page === 'docs/operating.md').map(({ words }) => words[0]))
  const known = verbsOfUsage()
  expect(known.length).toBeGreaterThan(10)
  expect(known.filter((verb) => !verbs.has(verb))).toEqual([])
})

/** As the shell itself tells whoever types something that it does not know. */
function verbsOfUsage(): string[] {
  try {
    readCommand([])
  } catch (error) {
    const told = error instanceof UsageError ? error.message : ''
    return Array.from(told.matchAll(/member -- ([\w|-]+)/g), ([, verbs = '']) => verbs.split('|')).flat()
  }
  throw new Error('nothing typed is a command')
}
