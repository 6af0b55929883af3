import { expect, test } from 'vitest'
import { quietConsole } from './quiet-console'

test('the console prints sentences as before, but no error with what it quotes', () => {
  const printed: unknown[][] = []
  const target = { error: (...parts: unknown[]) => void printed.push(parts) }
  quietConsole(target)

  target.error('Port 3000 is in use')
  target.error(' ⨯', new Error('params: Grace Hopper'))
  target.error(Object.assign(new Error('params: Grace Hopper'), { digest: '1' }))
  expect(printed).toEqual([['Port 3000 is in use']])
})
