import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NO_SCORES, type Interview } from '@/lib/interviews/interview'
import { evidenceOf } from '@/lib/interviews/evidence'
import { Scores } from './scores'

test('a score is shown as it was given: a whole one without a fraction, another with it', () => {
  const scores = { ...NO_SCORES, communication: 4.5, skills: 4 }
  const interview = { scores, generalScore: 4.25 } as Interview
  const page = renderToStaticMarkup(
    <Scores interview={interview} evidence={evidenceOf({ talk: 600, segments: [] }, [])} />,
  )
  const shown = Array.from(page.matchAll(/score-meter"[^>]*>([^<]*)</g), ([, text]) => text)
  expect(shown).toEqual(['4.5', '4'])
})
