import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { compile } from 'tailwindcss'
import { expect, test } from 'vitest'
import { Button } from './button'

const { resolve } = createRequire(import.meta.url)
const TAILWIND = resolve('tailwindcss/index.css')

/** What the page's style sheet says of these utilities, in its order. */
async function utilitiesOf(classes: string[]): Promise<string> {
  const sheet = await compile(readFileSync('app/globals.css', 'utf8'), {
    base: 'app',
    loadStylesheet: async (id, base) => {
      const path = id === 'tailwindcss' ? TAILWIND : id.startsWith('.') ? join(base, id) : resolve(id)
      return { path, base: dirname(path), content: readFileSync(path, 'utf8') }
    },
  })
  return sheet.build(classes).split('@layer utilities {').at(-1) ?? ''
}

function classesOf(button: ReactElement): string[] {
  return /class="([^"]*)"/.exec(renderToStaticMarkup(button))?.[1]?.split(' ') ?? []
}

test.each([
  ['h-10 w-full', 'button-regular'],
  ['h-5 px-1', 'button-small'],
  ['text-bad border-bad bg-raised', 'button-secondary'],
  ['text-accent bg-accent', 'button-quiet'],
  ['text-ink bg-raised', 'button-primary'],
  ['hover:bg-transparent aria-pressed:bg-accent-soft aria-pressed:text-ink', 'button-quiet'],
  ['pointer-coarse:h-12', 'pointer-coarse:finger'],
])('what is said of a button by %s stands instead of %s', async (given, own) => {
  const [look, size] = [/primary|secondary|quiet/.exec(own)?.[0], /regular|small/.exec(own)?.[0]]
  const classes = classesOf(<Button {...({ look, size } as object)} className={given} />)
  expect(classes).toEqual(expect.arrayContaining([own, ...given.split(' ')]))
  const sheet = await utilitiesOf(classes)
  const places = [own, ...given.split(' ')].map((name) => sheet.indexOf(`.${name.replaceAll(':', '\\:')}`))
  expect(places.filter((place) => place < 0)).toEqual([])
  expect(Math.min(...places)).toBe(places[0])
})
