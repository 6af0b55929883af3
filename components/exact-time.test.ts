import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { clockTime, dayOf, exactSecond, exactTime } from './exact-time'

afterEach(() => vi.unstubAllGlobals())

test('an instant is told in the language and the time zone that the reader has chosen, whatever the browser has', () => {
  const dataset = { memberId: 'ada', language: 'de', timeZone: 'Asia/Tokyo' }
  vi.stubGlobal('document', { querySelector: () => ({ dataset }) })
  const at = '2026-11-27T20:03:11Z'
  expect([dayOf(at), exactTime(at), exactSecond(at), clockTime(at)]).toEqual([
    '28.11.2026',
    '28.11.2026, 05:03',
    '28.11.2026, 05:03:11',
    '05:03',
  ])
})

test('no component tells a time in another way', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.test)\.tsx?$/.test(path),
  )
  const others = files.filter((path) =>
    /\.toLocale(?:DateString|TimeString|String\(undefined)/.test(readFileSync(join(import.meta.dirname, path), 'utf8')),
  )
  expect(others).toEqual([])
})
