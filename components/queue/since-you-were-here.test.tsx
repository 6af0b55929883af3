import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ReviewNews } from '@/lib/queue/queue'
import { SinceYouWereHere } from './since-you-were-here'

const QUIET: ReviewNews = {
  since: '2026-11-26T22:00:00.000Z',
  ...{ arrived: 0, judgedSince: { voted: 0, decided: 0 }, splits: 0 },
  ...{ unassigned: [], unjudged: 0, judged: 0, others: { members: 0, interviews: 0 } },
}

/** What it says, and where that leads. */
function told(news: Partial<ReviewNews>) {
  const page = renderToStaticMarkup(<SinceYouWereHere news={{ ...QUIET, ...news }} />)
  return page
    .split('<li')
    .slice(1)
    .map((line) => ({
      text: `<li${line}`.replaceAll(/<[^>]*>/g, ''),
      href: /href="([^"]*)"/.exec(line)?.[1]?.replaceAll('&amp;', '&') ?? null,
    }))
}

test('what has come leads to what has come since then, and to nothing else', () => {
  expect(told({ arrived: 3 })[0]).toEqual({
    text: '3 new interviews',
    href: '/candidates?state=ready%2Cprocessing&seen=2026-11-26..&invalid=no',
  })
  expect(told({})[0]).toEqual({ text: 'No interview has come.', href: null })
})

test('split votes are counted, and lead nowhere where there are none', () => {
  expect(told({ splits: 4 }).at(-1)).toEqual({
    text: '4 with split votes, to talk about in a meeting',
    href: '/review?split',
  })
  expect(told({}).at(-1)).toEqual({ text: 'No votes are split, as far as you may know.', href: null })
  expect(told({ since: null })).toHaveLength(1)
})

test('what one judged says what became of it, where something did', () => {
  const href = '/candidates?vote=strong_no_hire%2Cno_hire%2Chire%2Cstrong_hire&invalid=no'
  expect(told({ judgedSince: { voted: 2, decided: 1 } }).slice(1, -1)).toEqual([
    { text: '2 that you judged have new votes of colleagues', href },
    { text: '1 that you judged has a new status', href },
  ])
  expect(told({})).toHaveLength(2)
})
