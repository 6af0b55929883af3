import { expect, test, vi } from 'vitest'
import { DebriefError } from './errors'

test('an error of another copy of the module is recognised', async () => {
  vi.resetModules()
  const { DebriefError: Copy } = await import('./errors')
  expect(Copy).not.toBe(DebriefError)
  expect(new Copy('forbidden')).toBeInstanceOf(DebriefError)
  expect(new Error('forbidden')).not.toBeInstanceOf(DebriefError)
})
