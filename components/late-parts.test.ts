// Parts whose script comes later, and what hears the keys that are pressed for them until then.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Nothing is typed into these, and what their keys mean is heard by what opens them. */
const TAKES_NO_FOCUS: Record<string, string> = {
  'components/candidates/selection/picked-bar': 'PickedRows hears its keys',
  'components/charts/radar': 'a picture',
  'components/compare/side/side-view': 'its keys move through what has to be asked for too; RatingsProvider hears Z',
  'components/notes/note-body': 'text',
  'components/status/status-notice': 'StatusProvider hears Z',
}

const files = readdirSync('components', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|(^|\/)testing\//.test(name))
  .map((name) => join('components', name))

type Part = { path: string; heldBy: string[] }

/** Each part, with the hooks that load it. */
const parts = files.flatMap((file): Part[] => {
  const text = readFileSync(file, 'utf8')
  return Array.from(text.matchAll(/const (\w+) = \(\) => import\('([^']+)'\)/g), ([, load = '', specifier = '']) => ({
    path: join(file, '..', specifier),
    heldBy: Array.from(text.matchAll(/\b(use\w+)\((\w+)[,)]/g)).flatMap(([, hook = '', first]) =>
      first === load ? [hook] : [],
    ),
  }))
})

test('every import of a part that comes later is one that this looks at', () => {
  const asked = files.flatMap((file) => readFileSync(file, 'utf8').match(/\bimport\(|\blazy\(|next\/dynamic/g) ?? [])
  expect(parts).toHaveLength(asked.length)
  expect(parts.length).toBeGreaterThan(20)
})

test('keys that are pressed for a part before its script has come are held for it, or heard by what is there', () => {
  const wrong = parts.filter(
    ({ path, heldBy }) => !Object.hasOwn(TAKES_NO_FOCUS, path) && heldBy.join() !== 'useFocusTaker',
  )
  expect(wrong).toEqual([])
  expect(Object.keys(TAKES_NO_FOCUS).filter((path) => !parts.some((part) => part.path === path))).toEqual([])
})
