import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NOTHING_CHANGED, type ReviewNews } from '@/lib/queue/queue'
import { SinceYouWereHere } from './since-you-were-here'

const QUIET: ReviewNews = {
  since: '2026-11-26T22:00:00.000Z',
  ...{ arrived: 0, judgedSince: { voted: NOTHING_CHANGED, decided: NOTHING_CHANGED }, splits: 0 },
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
    text: '3 new interviews, in the list of those since 26 Nov (UTC)',
    href: '/candidates?state=ready%2Cprocessing&seen=2026-11-26..&invalid=no',
  })
  expect(told({})[0]).toEqual({ text: 'No interview has come.', href: null })
})

test('split votes are counted, and lead nowhere where there are none', () => {
  expect(told({ splits: 4 }).at(-1)).toEqual({
    text: '4 with split votes, to talk about in a meeting',
    href: '/review?split',
  })
  expect(told({}).at(-1)).toEqual({ text: 'No split votes that you can see.', href: null })
  expect(told({ since: null })).toHaveLength(1)
})

test('what one judged says what became of it, where something did, and leads to that', () => {
  const [voted, decided] = [
    { count: 2, ids: ['i1', 'i2'] },
    { count: 1, ids: ['i3'] },
  ]
  expect(told({ judgedSince: { voted, decided } }).slice(1, -1)).toEqual([
    { text: '2 that you judged have new votes of colleagues', href: '/candidates?id=i1%2Ci2' },
    { text: '1 that you judged has a new status', href: '/candidates?id=i3' },
  ])
  expect(told({})).toHaveLength(2)
  const many = { judgedSince: { voted: { ...voted, count: 60 }, decided: { ...decided, count: 61 } } }
  expect(told(many).map(({ text }) => text)).toEqual(
    expect.arrayContaining([
      '60 that you judged have new votes of colleagues; the newest 2 are listed',
      '61 that you judged have a new status; the newest 1 are listed',
    ]),
  )
})
