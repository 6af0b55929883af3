import { expect, test } from 'vitest'
import { KEY_LIST } from './key-list'

test('what somebody says in one go is called a segment, and End goes as far as the list shows', () => {
  const meanings = KEY_LIST.map(([, meaning]) => meaning).join('\n')
  expect(meanings).not.toMatch(/utterance/i)
  expect(KEY_LIST.find(([keys]) => keys === 'Home / End')?.[1]).toContain('row that is shown')
})
