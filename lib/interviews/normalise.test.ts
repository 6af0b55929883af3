import { expect, test } from 'vitest'
import { normalise } from './normalise'

test('case, accents, apostrophes and spacing make no difference', () => {
  expect(normalise('I’ve  met JOSÉ')).toBe(normalise("i've met Jose"))
})

test('unspaced and right-to-left scripts stay themselves', () => {
  expect(normalise('夜勤をしました')).toContain('夜勤')
  expect(normalise('أمين مستودع')).toContain('مستودع')
})
