import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

const ROUTE = 'app/api/interviews/route.ts'

/** Who must not import what. */
const REFUSED: [string, string][] = [
  [ROUTE, 'lib/db/client'],
  [ROUTE, 'lib/db/schema/interviews'],
  [ROUTE, 'lib/ribbon/client'],
  [ROUTE, 'lib/auth/operator'],
  [ROUTE, 'lib/mirror/store/interview'],
  [ROUTE, 'lib/mirror/pull/job'],
  [ROUTE, 'lib/interviews/rows'],
  [ROUTE, 'lib/search/inner/queries'],
  [ROUTE, 'launch/database'],
  ['proxy.ts', 'lib/db/client'],
  ['instrumentation.ts', 'lib/db/client'],
  ['instrumentation.ts', 'launch/database'],
  ['components/review/panel.tsx', 'lib/db/client'],
  ['components/review/panel.tsx', 'lib/ribbon/client'],
  ['components/review/panel.tsx', 'lib/auth/viewer'],
  ['components/review/panel.tsx', 'lib/mirror/store/interview'],
  ['components/review/panel.tsx', 'lib/interviews/queries'],
  ['components/review/panel.tsx', 'lib/notes/commands'],
  ['components/review/panel.tsx', 'lib/env'],
  ['components/review/panel.tsx', 'app/layout'],
  ['components/review/panel.tsx', 'launch/database'],
  ['lib/notes/commands.ts', 'app/layout'],
  ['lib/notes/commands.ts', 'components/ui/button'],
  ['lib/notes/commands.ts', 'lib/auth/operator'],
  ['lib/notes/commands.ts', 'lib/db/testing/fixtures'],
  ['lib/notes/commands.ts', 'launch/database'],
  ['lib/notes/commands.ts', 'soak/ledger'],
  ['lib/mirror/pull/pull.ts', 'app/layout'],
  ['lib/mirror/pull/pull.ts', 'lib/auth/operator'],
  ['lib/mirror/pull/pull.ts', 'lib/db/testing/fixtures'],
  ['lib/mirror/pull/pull.ts', 'launch/database'],
  ['lib/ribbon/client.ts', 'lib/ribbon/testing/replies'],
  ['lib/ribbon/client.ts', 'launch/database'],
  ['lib/ribbon/client.ts', 'lib/db/client'],
  ['lib/ribbon/client.ts', 'components/ui/button'],
  ['lib/ribbon/client.ts', 'lib/auth/operator'],
  ['sandbox/server.ts', 'lib/errors'],
  ['sandbox/server.ts', 'lib/interviews/interview'],
  ['sandbox/server.ts', 'launch/child'],
]

/** What stays possible, so that a fence is not simply shut. */
const ALLOWED: [string, string][] = [
  [ROUTE, 'lib/interviews/queries'],
  [ROUTE, 'lib/notes/commands'],
  [ROUTE, 'lib/auth/viewer'],
  [ROUTE, 'lib/errors'],
  [ROUTE, 'components/ui/button'],
  ['components/review/panel.tsx', 'lib/interviews/interview'],
  ['lib/notes/commands.ts', 'lib/db/client'],
  ['lib/ribbon/client.ts', 'lib/errors'],
  ['lib/notes/notes.db.test.ts', 'lib/db/testing/fixtures'],
  ['launch/member.ts', 'lib/auth/operator'],
]

/** What is read through `interviewsOf` alone, and where its table may be named. */
const TABLE = "import { interviews } from '@/lib/db/schema/interviews'\nvoid interviews"
const TABLE_REFUSED = ['lib/notes/table.ts', 'lib/interviews/table.ts', 'lib/interviews/list/table.ts', 'app/table.ts']
const TABLE_ALLOWED = ['lib/mirror/table.ts', 'lib/search/table.ts', 'lib/auth/scope.ts', 'lib/interviews/seen.ts']

/** What a page does through one file alone: how it asks the server, and what a browser keeps. */
const GUARDED = {
  'no-restricted-globals': ['fetch', 'XMLHttpRequest', 'EventSource', 'localStorage', 'sessionStorage'],
  'no-restricted-properties': [
    'fetch',
    'sendBeacon',
    'XMLHttpRequest',
    'EventSource',
    'localStorage',
    'sessionStorage',
  ],
} as const
const USES: Record<keyof typeof GUARDED, (name: string) => string> = {
  'no-restricted-globals': (name) => `void ${name}`,
  'no-restricted-properties': (name) => `void window.${name}`,
}
const guarded = (['app', 'components'] as const).flatMap((place) =>
  (Object.keys(GUARDED) as (keyof typeof GUARDED)[]).flatMap((rule) =>
    GUARDED[rule].map((name) => ({ rule, name, file: `${place}/${rule}-${name}.ts` })),
  ),
)

/** Where a change has to tell what it did, and where it need not. */
const TRANSACTION = 'await db().transaction(async () => {})'
const TRANSACTION_REFUSED = ['lib/notes/commands.ts', 'lib/flows/commands.ts', 'lib/members/x.ts', 'lib/auth/x/y.ts']
const TRANSACTION_ALLOWED = ['lib/audit/change.ts', 'lib/mirror/mirror.ts', 'lib/members/commands.db.test.ts']

const WAYS: Record<string, (file: string, imported: string) => string> = {
  'by its alias': (_, imported) => `export { a as ${nameOf(imported)} } from '@/${imported}'`,
  'by a relative path': (file, imported) =>
    `import ${nameOf(imported)} from '${relativePath(file, imported)}'\nvoid ${nameOf(imported)}`,
  'when it runs': (file, imported) => `void import('${relativePath(file, imported)}')`,
}

const folder = mkdtempSync(join(tmpdir(), 'fences-'))
const report = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), filename: z.string(), message: z.string() })),
})
let filesWith: (rule: string) => Set<string>
let refused: Set<string>

beforeAll(() => {
  cpSync('.oxlintrc.json', join(folder, '.oxlintrc.json'))
  for (const [file, imported] of [...REFUSED, ...ALLOWED])
    for (const way of Object.keys(WAYS)) write(fixture(file, imported, way), WAYS[way]?.(file, imported) ?? '')
  for (const file of [...TABLE_REFUSED, ...TABLE_ALLOWED]) write(file, TABLE)
  write('lib/notes/beside.ts', "import { flows } from '@/lib/db/schema/interviews'\nvoid flows")
  for (const file of [...TRANSACTION_REFUSED, ...TRANSACTION_ALLOWED]) write(file, TRANSACTION)
  for (const { rule, name, file } of guarded) write(file, USES[rule](name))
  const command = join(process.cwd(), 'node_modules/.bin/oxlint')
  const { stdout } = spawnSync(command, ['--format', 'json', '.'], { cwd: folder, encoding: 'utf8' })
  const found = report.parse(JSON.parse(stdout)).diagnostics
  filesWith = (rule) => new Set(found.filter(({ code }) => code?.includes(rule)).map(({ filename }) => filename))
  refused = filesWith('no-restricted-imports')
  for (const { message, filename } of found) if (!filename.includes('/')) refused.add(`${filename} ${message}`)
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each(REFUSED)('%s must not import %s, however that is written', (file, imported) => {
  for (const way of Object.keys(WAYS)) expect(refused, way).toContain(fixture(file, imported, way))
  if (!file.includes('/')) {
    const told = [...refused].filter((one) => one.startsWith(`${file} `) && one.includes(imported))
    expect(told).not.toEqual([])
  }
})

test.each(ALLOWED)('%s may import %s', (file, imported) => {
  for (const way of Object.keys(WAYS)) expect(refused, way).not.toContain(fixture(file, imported, way))
})

test('the table of interviews is named only where what a reader sees of it is made, mirrored or searched', () => {
  for (const file of TABLE_REFUSED) expect(refused).toContain(file)
  for (const file of [...TABLE_ALLOWED, 'lib/notes/beside.ts']) expect(refused).not.toContain(file)
})

test('a command begins no transaction but through change, which tells what it did', () => {
  const transacting = filesWith('no-restricted-properties')
  for (const file of TRANSACTION_REFUSED) expect(transacting).toContain(file)
  for (const file of TRANSACTION_ALLOWED) expect(transacting).not.toContain(file)
})

test.each(guarded)('$file may not name $name itself', ({ rule, file }) => {
  expect(filesWith(rule)).toContain(file)
})

/** A file for each import, beside where the real one stands; what the root has is named one by one and has all in one. */
function fixture(file: string, imported: string, way: string): string {
  if (!file.includes('/')) return file
  const name = `${imported} ${way}`.replaceAll(/\W/g, '-')
  return file.replace(/^(.*\/)([^/.]+)/, `$1$2-${name}`)
}

/** The root's files have several of them. */
function nameOf(imported: string): string {
  return imported.replaceAll(/\W/g, '_')
}

function relativePath(file: string, imported: string): string {
  const path = relative(dirname(file), imported)
  return path.startsWith('.') ? path : `./${path}`
}

function write(file: string, text: string) {
  mkdirSync(join(folder, dirname(file)), { recursive: true })
  appendFileSync(join(folder, file), `${text}\n`)
}
