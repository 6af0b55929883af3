import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const sources = ['app', 'components']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|testing\//.test(name))
const holding = (what: RegExp) => sources.filter((name) => what.test(readFileSync(name, 'utf8'))).toSorted()

test('whatever leads to a page of Debrief goes by its router, which waits where nobody answers', () => {
  expect(holding(/from 'next\/link'/)).toEqual(['components/ui/page-link.tsx'])
  // Rows of the list, which use-soft-links.ts follows; and what leads to a place in the page, out of it, or to where somebody signs in.
  const rows = ['cells', 'guarded-row', 'moments'].map((name) => `components/candidates/table/${name}.tsx`)
  expect(holding(/<a[\s>]/)).toEqual([
    ...rows,
    'components/review/candidate-header.tsx',
    'components/shell/app-shell.tsx',
    'components/sign-in/wrong-address.tsx',
    'components/ui/outside-link.tsx',
  ])
})

test('the document is loaded anew only where somebody else signs in or out, or the router would show nothing', () => {
  expect(holding(/\blocation\.(?:assign|replace|reload)\b|\blocation(?:\.href)? = /)).toEqual([
    'components/account/remove-passkey.tsx',
    'components/account/required-passkey.tsx',
    'components/draw-anew.ts',
    'components/navigation/pages.ts',
    'components/shell/another-member.tsx',
    'components/shell/tab-guard.tsx',
    'components/sign-in/passkey-sign-in.tsx',
    'components/sign-in/requests.ts',
    'components/sign-in/sign-in-form.tsx',
    'components/sign-in/sign-out-context.tsx',
    'components/sign-in/single-sign-on.tsx',
  ])
})
