import { expect, test } from 'vitest'
import { idOfMetadata, idOfPage, idOfParameter } from './interview-id'
import { segmentOfId } from './interview-url'

test.each(['', 'a\0b', 'x'.repeat(256), '~~', `~${'x'.repeat(256)}~`])('no interview is called %j', (parameter) => {
  expect(() => idOfParameter(parameter)).toThrow(expect.objectContaining({ code: 'interview_not_found' }))
  expect(idOfPage(encodeURIComponent(parameter))).toBeNull()
  expect(idOfMetadata(parameter)).toBeNull()
})

test.each(['a', '..', 'a/b', 'ü', '~', 'x'.repeat(255)])('one can be called %j', (id) => {
  const segment = segmentOfId(id)
  expect(idOfParameter(decodeURIComponent(segment))).toBe(id)
  expect(idOfPage(segment)).toBe(id)
})
