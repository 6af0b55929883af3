import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ComparedAnswer } from '@/lib/compare/compared'
import { SideCell } from './side-cell'

const answer: ComparedAnswer = {
  ...{
    interview: 'id',
    alias: null,
    candidate: { is: 'named', name: 'Ingrid', email: null },
    state: 'answered',
    seconds: 4,
  },
  ...{ askedAs: null, recording: 'audio', rating: null, colleagues: { is: 'shown', ratings: [] } },
  plays: { candidate: [], everything: [{ start: 0, end: 4 }] },
  segments: [{ speaker: 'candidate', text: 'It rained.', start: 0, end: 4 }],
  words: [''],
}

const textOf = (told: Partial<ComparedAnswer>) =>
  renderToStaticMarkup(
    <SideCell
      answer={{ ...answer, ...told }}
      given={{ rating: null, anchors: null, isUnsent: false }}
      withAgent={false}
      isLoaded={false}
      isWhole
      open={null}
      onOpen={() => {}}
    />,
  )

test('where names are hidden, and nothing is heard of what was left out, the cell says where it is heard too', () => {
  const unheard = { segments: [], words: [], plays: { candidate: [], everything: [] } }
  expect(textOf(unheard)).toContain('Open “By question” to read and hear it.')
  expect(textOf({ ...unheard, recording: null })).toContain('Open “By question” to read it.')
})

test('where so much was said that it did not come the cell says where it is read', () => {
  expect(textOf({ segments: [], words: [] })).toContain(
    'This answer is too long to be shown beside the others. Open “By question” to read it.',
  )
  expect(textOf({})).not.toContain('By question')
  expect(textOf({ state: 'not_asked', segments: [], words: [] })).not.toContain('By question')
})
