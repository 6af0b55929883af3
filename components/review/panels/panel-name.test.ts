import { expect, test } from 'vitest'
import { firstPanel } from './panel-name'

test.each([
  [{ panel: null, kept: undefined, isLink: true }, 'questions'],
  [{ panel: null, kept: 'notes', isLink: true }, 'questions'],
  [{ panel: 'scores', kept: 'notes', isLink: true }, 'scores'],
  [{ panel: 'nothing', kept: 'notes', isLink: true }, 'questions'],
  [{ panel: null, kept: 'notes', isLink: false }, 'notes'],
  [{ panel: null, kept: 'nothing', isLink: false }, 'transcript'],
  [{ panel: null, kept: undefined, isLink: false }, 'transcript'],
  [{ panel: 'summary', kept: 'notes', isLink: false }, 'summary'],
] as const)('%j shows the %s first', (asked, panel) => {
  expect(firstPanel(asked)).toBe(panel)
})
