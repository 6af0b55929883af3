import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NO_SCORES } from '@/lib/assessment/scores'
import { READER_PROGRESS, type InterviewRow } from '@/lib/interviews/interview'
import { NUMBER_RANGES } from '@/lib/interviews/list/filter'
import type { NumberRangeName } from '@/lib/interviews/list/filter-fields'
import type { SortKey } from '@/lib/interviews/list/sort'
import { interviewRowWith, WITH_NUMBER } from '@/lib/interviews/testing/values'
import { CELLS, type DrawnRow } from './cells'

const NO_NUMBERS = Object.assign({}, ...NUMBER_RANGES.map((name) => WITH_NUMBER[name](null)))

const DRAWN = {
  ...{ called: '', reasons: {}, attempts: undefined, search: '', now: 0, columns: ['candidate', 'state'] },
  ...{ isAlive: false, isWide: false },
} satisfies Partial<DrawnRow>

/** What stands in a column of a row that has no number but this one. */
function draw(column: NumberRangeName, name: NumberRangeName): string {
  const { scores = NO_SCORES, generalScore = null, ...given } = { ...NO_NUMBERS, ...WITH_NUMBER[name](2) }
  const row = interviewRowWith({ ...given, assessment: { is: 'shown', scores, generalScore } })
  return renderToStaticMarkup(CELLS[column]({ ...DRAWN, row }))
}

test.each(NUMBER_RANGES)('a row that has %s alone shows it in its column, and – in every other', (name) => {
  const filled = NUMBER_RANGES.filter((column) => /\d/.test(draw(column, name).replaceAll(/<[^>]*>/g, '')))
  expect(filled).toEqual([name])
})

const drawn = (column: SortKey, row: Partial<InterviewRow>, given: Partial<DrawnRow> = {}) =>
  renderToStaticMarkup(CELLS[column]({ ...DRAWN, row: interviewRowWith(row), ...given }))
const textOf = (...drawing: Parameters<typeof drawn>) => drawn(...drawing).replaceAll(/<[^>]*>/g, '')
const SILENT = { hasAudio: false, hasVideo: false }

test('a team without a legible name is its id, and none is –', () => {
  expect(textOf('team', { team: { id: 'team_a', name: 'Nights' } })).toBe('Nights')
  for (const name of ['', '\u200b', null]) expect(textOf('team', { team: { id: 'team_a', name } })).toBe('team_a')
  expect(textOf('team', { team: { id: null, name: null } })).toBe('–')
})

test('a state is said unless it is the usual one, and of that that there is nothing to play', () => {
  expect(drawn('state', { state: 'processing' })).toContain('Processing')
  expect(drawn('state', { state: 'not_taken', ...SILENT })).toContain('Not taken')
  expect(drawn('state', {})).toBe('<td class="state">Ready</td>')
  expect(drawn('state', SILENT)).toBe('<td class="state" data-state="unrecorded">No recording</td>')
})

test('that there is no recording stands beside the name where no column says it', () => {
  const alone: Partial<DrawnRow> = { columns: ['candidate'] }
  expect(drawn('candidate', SILENT, alone)).toContain('No recording')
  expect(drawn('candidate', SILENT)).not.toContain('No recording')
  expect(drawn('candidate', { ...SILENT, state: 'not_taken' }, alone)).not.toContain('No recording')
})

test('how far its reader is stands in a word, and where there is nothing to get through as –', () => {
  const words = READER_PROGRESS.map((progress) => textOf('you', { progress }))
  expect(words).toEqual(['New', 'Begun', 'Read', 'Heard'])
  expect(drawn('you', { progress: null })).toBe('<td class="you" data-none="">–</td>')
})

test('what only a key or a pointer asks for comes once a row is alive', () => {
  const row = { id: 'int_1', firstSeenAt: '2026-11-27T12:00:00.000Z' }
  const said = (isAlive: boolean) => drawn('candidate', row, { isAlive }) + drawn('seen', row, { isAlive })
  const asked = ['data-row="int_1"', 'data-at="2026-11-27T12:00:00.000Z"']
  expect(asked.filter((part) => said(false).includes(part))).toEqual([])
  expect(asked.filter((part) => said(true).includes(part))).toEqual(asked)
})

test('what is usual needs no attribute of its own', () => {
  expect(drawn('state', {})).not.toContain('data-')
  expect(drawn('status', { status: 'new' })).toContain('data-none')
  expect(drawn('status', { status: 'shortlisted' })).toBe('<td class="status">Shortlisted</td>')
})

const counts = { strong_no_hire: 0, no_hire: 1, hire: 2, strong_hire: 0 }

test('votes are counted from the weakest to the strongest, and said in words with one’s own', () => {
  const cell = drawn('votes', { votes: { is: 'shown', counts, mine: 'hire' } })
  expect(cell).toContain('Split: 1 no hire, 2 hire; you: hire')
  expect(cell).toContain('data-cast="no_hire hire">\u2007 1<b> 2 </b>\u2007</span>')
})

const INVALID = { cause: 'other_speaker', by: { id: 'ben', email: 'ben@example.com', name: 'Ben' } } as const

test('hidden votes and scores are said to be hidden, until a vote where one can be cast; none are –', () => {
  const none = { strong_no_hire: 0, no_hire: 0, hire: 0, strong_hire: 0 }
  expect(drawn('votes', { votes: { is: 'shown', counts: none, mine: null } })).toBe('<td class="votes">–</td>')
  expect(drawn('votes', { votes: { is: 'hidden', until: 'my_vote', mine: null } })).toContain('>Hidden<')
  const hidden = {
    assessment: { is: 'hidden', until: 'my_vote' },
    votes: { is: 'hidden', until: 'my_vote', mine: null },
  } as const
  for (const column of ['score', 'fluency', 'votes'] as const) {
    expect(drawn(column, hidden)).toContain('>Hidden<')
    expect(drawn(column, hidden)).toContain('title="Hidden until you vote"')
    expect(drawn(column, { ...hidden, invalid: INVALID })).toContain('title="Hidden: votes are closed"')
    // Of what was not taken there is nothing to hide.
    expect(textOf(column, { ...hidden, state: 'not_taken' })).toBe('–')
  }
})

test('notes are counted, and no note is no number', () => {
  expect(drawn('notes', { noteCount: 12 })).toBe('<td class="notes">12</td>')
  expect(drawn('notes', { noteCount: 0 })).toBe('<td class="notes"></td>')
})

const hiddenNotes = (mine: number) => ({ noteCount: { is: 'hidden', until: 'my_vote', mine } }) as const

test('notes that are hidden are said to be, beside one’s own', () => {
  expect(textOf('notes', hiddenNotes(0))).toBe('Hidden')
  expect(textOf('notes', hiddenNotes(2))).toBe('2 Hidden')
  expect(drawn('notes', hiddenNotes(0))).toContain('title="Hidden until you vote"')
  expect(drawn('notes', { ...hiddenNotes(0), invalid: INVALID })).toContain('title="Hidden: votes are closed"')
  expect([0, 1].map((mine) => textOf('notes', { ...hiddenNotes(mine), state: 'not_taken' }))).toEqual(['', '1'])
})

test('that an interview is invalid is said in the place of its state, or beside the name', () => {
  const given: [SortKey, SortKey[]][] = [
    ['state', ['state']],
    ['candidate', ['candidate']],
  ]
  for (const [column, columns] of given)
    expect(drawn(column, { invalid: INVALID, ...SILENT }, { columns })).toContain(
      '<span title="Marked invalid by Ben: somebody else spoke" class="text-warn">Invalid</span>',
    )
})

const COLUMNS_OF_ONE_TEXT: SortKey[] = [
  'flow',
  'team',
  'state',
  'score',
  'fluency',
  'talk',
  'duration',
  'notes',
  'seen',
]

test('before the page is alive a cell is one element, and nothing in it waits to be pressed', () => {
  for (const column of [...COLUMNS_OF_ONE_TEXT, 'you', 'status'] as const)
    expect(drawn(column, {}).match(/<[a-z]/g), column).toHaveLength(1)
  expect(drawn('candidate', {})).not.toContain('<input')
})
