import { expect, test } from 'vitest'
import { TranscriptText } from './transcript-text'

test('what is found is in the segment that says it, whatever could not be drawn before it', () => {
  const said = { textContent: 'once and once more', childNodes: [] } as unknown as Element
  const drawn = [0, 2, 5].map((segment) => ({ segment, said }))
  expect(new TranscriptText(drawn).find('once').map(({ segment }) => segment)).toEqual([0, 0, 2, 2, 5, 5])
})
