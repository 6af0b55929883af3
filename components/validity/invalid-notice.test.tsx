import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import { SWRConfig } from 'swr'
import { expect, test } from 'vitest'
import type { Invalidation, InterviewValidity } from '@/lib/validity/validity'
import { swrKeys } from '../swr-keys'
import { InvalidNotice } from './invalid-notice'

const by = { id: 'ben', email: 'ben@example.com', name: 'Ben' }

function draw(reason: Invalidation['reason']): string {
  const invalid = { cause: 'other_speaker', by } as const
  const validity: InterviewValidity = {
    invalid: { ...invalid, at: '2026-11-27T12:00:00.000Z', isMine: false, reason },
    overrides: [],
    othersOverrides: { is: 'shown' },
  }
  return renderToStaticMarkup(
    <AppRouterContext value={{ refresh() {} } as never}>
      <SWRConfig value={{ fallback: { [swrKeys.validity('i1')]: validity } }}>
        <InvalidNotice interviewId="i1" invalid={invalid} />
      </SWRConfig>
    </AppRouterContext>,
  ).replaceAll(/<[^>]*>/g, '')
}

const MARKED = 'Marked invalid by Ben: somebody else spoke. Votes are closed.'

test('why an interview is invalid is said in its author’s words, or that these are hidden, or nothing where there are none', () => {
  expect(draw('Her brother answered')).toBe(`${MARKED} Her brother answered`)
  expect(draw({ is: 'hidden', until: 'my_vote' })).toBe(`${MARKED} Reason hidden: votes are closed.`)
  expect(draw(null)).toBe(`${MARKED} `)
})
