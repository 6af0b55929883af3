import type { Page } from '@playwright/test'
import { openList } from './candidate-list'
import { untilPlayable } from './candidate-page'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD } from './installation'
import { knownInterview } from './known-interview'
import { signedInScreens } from './screen-list'
import { shifted } from './shifted'
import { expect, giveSession, test } from './test'

/** Bytes of the font that a page of such letters may cost; the package's own files are 133 kB. */
const MOST_FONT_BYTES = 45_000

/** Of a layout shift: a hundredth of a pixel that a line of time is set right by. */
const UNSEEN = 0.0001

/** A hyphen that is not seen, and a letter that Unicode advises against. */
const NOT_IN_INTER = new Set(['\u00ad', '\u0149'])

test('what is written in Latin-1 and Latin Extended-A is set in one font, and that is small', async ({ page }) => {
  await page.goto('/sign-in')
  const letters = [...range(0x21, 0x7e), ...range(0xa1, 0x17f), ...Array.from('ȘșȚțẞ–“”…€')].filter(
    (letter) => !NOT_IN_INTER.has(letter),
  )
  const bytes = await loadFont(page, letters.join(''))
  expect(bytes.map(({ name }) => name)).toEqual(['inter-latin', 'inter-latin-extended-a'])
  expect(bytes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(MOST_FONT_BYTES)
  expect(await lettersOfAnotherFont(page, letters)).toEqual([])
})

test('what a letter needs beyond those is loaded with it', async ({ page }) => {
  await page.goto('/sign-in')
  const letters = Array.from('ǍảЖΩ')
  await loadFont(page, letters.join(''))
  expect(await lettersOfAnotherFont(page, letters)).toEqual([])
})

test('the cut font has a bold that is bolder, and figures of one width', async ({ page }) => {
  await page.goto('/sign-in')
  const [semibold, bold, ones, eights] = await page.evaluate(async () => {
    const written = [
      ['font-weight: 600', 'Nadia Wałęsa'],
      ['font-weight: 700', 'Nadia Wałęsa'],
      ['font-variant-numeric: tabular-nums', '1111'],
      ['font-variant-numeric: tabular-nums', '8888'],
    ].map(([style = '', text = '']) => {
      const span = document.body.appendChild(document.createElement('span'))
      span.style.cssText = `${style}; font-size: 40px`
      span.textContent = text
      return span
    })
    document.body.getBoundingClientRect()
    await document.fonts.ready
    return written.map((span) => span.getBoundingClientRect().width)
  })
  expect(bold).toBeGreaterThan(semibold ?? NaN)
  expect(ones).toBeCloseTo(eights ?? NaN, 1)
})

test('what is said comes with a candidate’s page to be read and once more for React, and not a third time', async ({
  page,
  shared,
}) => {
  const { id, sentence } = await knownInterview(
    shared.origin,
    await signInOverHttp(shared.origin, MEMBERS[0], PASSWORD),
  )
  await giveSession(page, MEMBERS[2])
  const html = await (await page.request.get(`/candidates/${id}`)).text()
  // Neither has to be written otherwise in HTML or in JSON.
  const [words = ''] = /[a-z ]{20,}/i.exec(sentence) ?? []
  expect(words).not.toBe('')
  expect(html.split(words)).toHaveLength(3)
})

test('the browser is told to compile scripts while they arrive', async ({ page }) => {
  const scripts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.text())
  })
  await page.goto('/sign-in', { waitUntil: 'networkidle' })
  expect(scripts).not.toEqual([])
  for (const script of await Promise.all(scripts)) expect(script).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/)
})

test('neither a list that comes alive nor a video that is loaded moves what is around it', async ({ page, shared }) => {
  await openList(page, shared)
  expect(await shifted(page)).toBeLessThan(UNSEEN)

  const cookie = await signInOverHttp(shared.origin, MEMBERS[1], PASSWORD)
  const video = (await signedInScreens(shared.origin, cookie)).find(({ name }) => name === 'candidate-video')
  await page.goto(video?.path ?? '')
  await untilPlayable(page)
  expect(await shifted(page)).toBeLessThan(UNSEEN)
})

/** The files that are loaded to draw these letters, with their sizes in bytes. */
function loadFont(page: Page, letters: string) {
  return page.evaluate(async (text) => {
    document.body.append(text)
    document.body.getBoundingClientRect()
    await document.fonts.ready
    const loaded = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2'))
    return Promise.all(
      loaded.map(async ({ name: url }) => ({
        name: /\/(inter[^/.]+)\./.exec(url)?.[1] ?? url,
        size: (await (await fetch(url, { cache: 'force-cache' })).arrayBuffer()).byteLength,
      })),
    )
  }, letters)
}

/** Those whose width depends on what is named after the font. */
function lettersOfAnotherFont(page: Page, letters: string[]): Promise<string[]> {
  return page.evaluate((all) => {
    const context = document.createElement('canvas').getContext('2d')
    const width = (letter: string, fallback: string) => {
      if (!context) return NaN
      context.font = `500 40px "Inter Variable", ${fallback}`
      return context.measureText(letter).width
    }
    return all.filter((letter) => width(letter, 'monospace') !== width(letter, 'serif'))
  }, letters)
}

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
}
