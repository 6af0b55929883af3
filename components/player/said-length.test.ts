import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatDuration } from '../duration'
import { saidLength } from './said-length'

const seconds = fc.double({ min: 0.1, max: 20_000, noNaN: true })

test('a recording that goes on for a moment after the last word is said to be as long as its list says', () => {
  fc.assert(
    fc.property(seconds, fc.double({ min: -20_000, max: 4.9, noNaN: true }), (talk, more) => {
      expect(formatDuration(saidLength(talk, Math.max(0, talk + more)))).toBe(formatDuration(talk))
    }),
  )
})

test('a recording that goes on for longer is as long as it is, and so is one of which nothing was said', () => {
  expect(saidLength(60, 75)).toBe(75)
  expect(saidLength(null, 75)).toBe(75)
  expect(saidLength(null, 0)).toBeNull()
})

test('minutes:seconds are written in one place', () => {
  const files = readdirSync('components', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  const others = files.filter((name) => {
    const text = readFileSync(join('components', name), 'utf8')
    return text.includes('padStart(2') && text.includes('% 60')
  })
  expect(others.filter((name) => !name.includes('.test.'))).toEqual(['duration.ts'])
})
