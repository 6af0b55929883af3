import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { expect, test } from 'vitest'

type Row = { statement: string; decidedBy: string }

const SOURCES = ['app', 'bench', 'components', 'docs', 'e2e', 'launch', 'lib', 'sandbox', 'soak']
const files = SOURCES.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name).replaceAll(sep, '/')),
)

const page = readFileSync('docs/security.md', 'utf8')

test('every test that the page cites is there', () => {
  expect(page.split('\n').flatMap(missingIn)).toEqual([])
  expect(missingIn('`lib/server/origin.test.ts`, `peer.test.ts`, `lib/{auth,notes}/*.db.test.ts`')).toEqual([])
  expect(missingIn('`lib/server/origin.test.ts`, `gone.test.ts`, `lib/{auth,gone}/*.db.test.ts`')).toEqual([
    'lib/server/gone.test.ts',
    'lib/gone/*.db.test.ts',
  ])
})

test('every statement has a test that decides it, or says that it is to come', () => {
  expect(undecided(rowsOf(page))).toEqual([])
  const promised =
    '| 1 | It holds | somebody looked |\n| 2 | It will | to come |\n| 3 | It does | `e2e/canary.spec.ts` |'
  expect(undecided(rowsOf(promised))).toEqual(['It holds'])
})

function undecided(rows: Row[]): string[] {
  return rows
    .filter(({ decidedBy }) => citations(decidedBy).length === 0 && !decidedBy.includes('to come'))
    .map(({ statement }) => statement)
}

/** The rows that begin with a number, or with several. */
function rowsOf(markdown: string): Row[] {
  return markdown.split('\n').flatMap((line) => {
    const [, number = '', statement = '', decidedBy = ''] = line.split('|').map((cell) => cell.trim())
    return /^\d/.test(number) ? [{ statement, decidedBy }] : []
  })
}

function missingIn(text: string): string[] {
  return citations(text).filter((cited) => !files.some((file) => patternOf(cited).test(file)))
}

/** The tests that a text cites; one without a folder stands in that of the one before it. */
function citations(text: string): string[] {
  let folder = '.'
  return Array.from(text.matchAll(/`([^`\s]+\.(?:test|spec)\.tsx?)`/g), ([, name = '']) => {
    if (name.startsWith('*')) return []
    if (name.includes('/')) folder = dirname(name)
    return withoutBraces(name.includes('/') ? name : `${folder}/${name}`)
  }).flat()
}

/** `{a,b}/c` is `a/c` and `b/c`. */
function withoutBraces(path: string): string[] {
  const [whole, names = ''] = /\{([^}]+)\}/.exec(path) ?? []
  return whole ? names.split(',').flatMap((name) => withoutBraces(path.replace(whole, name))) : [path]
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`)
}
