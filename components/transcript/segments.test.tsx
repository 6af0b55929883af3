// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { act, useEffect } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { Segments } from './segments'
import { TranscriptProvider, useTranscript } from './transcript-context'

const LAST = 144
const looked: (string | null)[] = []
let place: HTMLElement

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  looked.length = 0
  place = document.createElement('main')
})

function Talk({ count = LAST + 1 }: { count?: number }) {
  const texts = Array.from({ length: count }, (_, index) => `Answer ${index}.`)
  const times = texts.map((_, start) => ({ speaker: 'candidate' as const, start, end: start + 1 }))
  const said = { interviewId: 'int_1', version: '1', candidate: 'Grace', times, corrections: [], playable: true }
  return (
    <TranscriptProvider {...said}>
      <Drawn texts={texts} />
    </TranscriptProvider>
  )
}

/** Looks once for what is said last, and again where it may have come. */
function Drawn({ texts }: { texts: string[] }) {
  const { segments } = useTranscript()
  useEffect(() => void looked.push(segments.said(LAST)?.textContent ?? null), [segments])
  return (
    // oxlint-disable-next-line react/refs -- It is handed over, and not read.
    <div ref={segments.area}>
      <Segments texts={texts} asides={[]} language={null} />
    </div>
  )
}

const shown = () => Array.from(place.querySelectorAll('[data-segment] p'), ({ textContent }) => textContent)
const answers = (count: number) => Array.from({ length: count }, (_, index) => `Answer ${index}.`)
const stretches = () => place.querySelector('[role=list]')?.children ?? []

test('of a long talk the server draws the beginning, with room for the rest, and says so to whoever has no scripts', () => {
  place.innerHTML = renderToString(<Talk />)
  expect(shown()).toEqual(answers(60))
  expect(Array.from(stretches(), ({ children }) => children.length)).toEqual([30, 30, 0, 0, 0])
  expect(place.querySelector('noscript')?.textContent).toContain('Only the beginning')
  place.innerHTML = renderToString(<Talk count={60} />)
  expect([shown().length, stretches().length, place.querySelector('noscript')]).toEqual([60, 2, null])
})

test('the rest is there once the page is alive, and whoever has looked for it finds it', async () => {
  place.innerHTML = renderToString(<Talk />)
  const before = [...stretches()]
  const root = await act(async () => hydrateRoot(place, <Talk />))
  expect(shown()).toEqual(answers(LAST + 1))
  expect(before.filter((stretch, place) => stretch !== stretches()[place])).toEqual([])
  expect(looked).toEqual([null, `Answer ${LAST}.`])
  expect(place.querySelector('noscript, [data-part]')).toBe(null)
  await act(async () => root.unmount())
})

test('of a talk that is gone to in a page that is alive all is drawn at once', async () => {
  const root = createRoot(place)
  await act(async () => root.render(<Talk />))
  expect(shown()).toEqual(answers(LAST + 1))
  expect(looked).toEqual([`Answer ${LAST}.`])
  await act(async () => root.unmount())
})

test('when each was said is given to the style sheet, which writes it', () => {
  place.innerHTML = renderToString(<Talk count={2} />)
  expect(Array.from(place.querySelectorAll<HTMLElement>('[data-segment]'), ({ dataset }) => dataset.at)).toEqual([
    '0:00',
    '0:01',
  ])
  expect(readFileSync('components/transcript/transcript.module.css', 'utf8')).toMatch(
    /\.stretch > div::before \{\s*content: attr\(data-at\);/,
  )
})
