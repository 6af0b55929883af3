import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Interview } from '@/lib/interviews/interview'
import { Transcript } from './transcript'

const told = (state: Interview['state']) => {
  const interview = { state, segments: [], questions: [], language: null } as unknown as Interview
  return renderToStaticMarkup(<Transcript interview={interview} />)
}

test('a transcript is promised only while Ribbon may still add it', () => {
  expect(told('processing')).toContain('Ribbon adds it some minutes after the call.')
  expect(told('ready')).toContain('Ribbon has no transcript of this interview.')
  expect(told('ready')).not.toContain('yet')
})
