import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DOUBTS, type Connection, type Doubt } from '@/lib/connection/connection'
import { EverythingHere } from './everything-here'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const at = (secondsAgo: number) => new Date(NOW - secondsAgo * 1000).toISOString()

const connection: Connection = {
  ...{ now: at(0), key: 'accepted', doubts: [], listed: 40, here: 40, comparedAt: at(12), reading: null },
  ...{ recordings: { play: 22, none: 12, refused: 0 }, everySeconds: 60, lastSuccessAt: at(12), lastFailure: null },
  ...{ phase: 'current', lists: [], calls: { lastMinute: 0, lastHour: 0, failuresLastHour: 0 } },
  counts: { ready: 40, processing: 0, not_taken: 0, gone: 0, flows: 1, teams: 1 },
  webhooks: {
    ...{ isOn: false, hasDefault: false, url: '', waiting: 1, oldestWaitingAt: null, recent: [] },
    flows: { shown: [], total: 0 },
  },
  unreadable: { shown: [], total: 3 },
}

function read(given: Partial<Connection>, isCurrent = true): string {
  const html = renderToStaticMarkup(
    <EverythingHere connection={{ ...connection, ...given }} now={NOW} isCurrent={isCurrent} />,
  )
  return html.replaceAll(/<i .*?<\/i>/g, html.includes('text-good') ? '✓ ' : '').replaceAll(/<[^>]+>/g, ' ')
}
const words = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,;])/g, '$1')
    .trim()

test('without a doubt everything is here, of how many and since when', () => {
  expect(words(read({}))).toBe('✓ Everything is here. 40 of 40 interviews that Ribbon lists, compared 12 s ago.')
})

const subsets = DOUBTS.reduce<Doubt[][]>((all, doubt) => [...all, ...all.map((some) => [...some, doubt])], [[]])

test('with any doubt, or without an answer, nothing is green and nothing says that everything is here', () => {
  for (const isCurrent of [true, false]) {
    for (const doubts of subsets) {
      if (doubts.length === 0 && isCurrent) continue
      const reading = doubts.includes('reading') ? { seen: 612, about: null, secondsLeft: null } : null
      const text = read({ doubts, reading }, isCurrent)
      expect(text).not.toMatch(/✓|Everything is here/)
    }
  }
})

test('each doubt has a sentence of its own', () => {
  const sentences = DOUBTS.map((doubt) => words(read({ doubts: [doubt], reading: null })))
  expect(new Set(sentences).size).toBe(DOUBTS.length)
})

test('the first reading tells how far it is and that one can leave', () => {
  const reading = { seen: 612, about: 1_975, secondsLeft: 240 }
  const text = words(read({ doubts: ['reading'], reading, comparedAt: null }))
  expect(text).toContain('612 of about 2,000, 4 min left. You can leave')
  expect(words(read({ doubts: ['reading'], reading: { ...reading, about: null } }))).toContain('612 so far.')
})
