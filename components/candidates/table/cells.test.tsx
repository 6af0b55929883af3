import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NO_SCORES } from '@/lib/assessment/scores'
import { READER_PROGRESS, type InterviewRow } from '@/lib/interviews/interview'
import { NUMBER_RANGES } from '@/lib/interviews/list/filter'
import type { NumberRangeName } from '@/lib/interviews/list/filter-fields'
import type { SortKey } from '@/lib/interviews/list/sort'
import { interviewRowWith, WITH_NUMBER } from '@/lib/interviews/testing/values'
import { CELLS } from './cells'

const NO_NUMBERS = Object.assign({}, ...NUMBER_RANGES.map((name) => WITH_NUMBER[name](null)))

/** What stands in a column of a row that has no number but this one. */
function draw(column: NumberRangeName, name: NumberRangeName): string {
  const { scores = NO_SCORES, generalScore = null, ...given } = { ...NO_NUMBERS, ...WITH_NUMBER[name](2) }
  const row = interviewRowWith({ ...given, assessment: { is: 'shown', scores, generalScore } })
  return renderToStaticMarkup(
    <td>{CELLS[column]({ row, called: '', reasons: {}, attempts: undefined, search: '', now: 0, columns: [] })}</td>,
  )
}

test.each(NUMBER_RANGES)('a row that has %s alone shows it in its column, and – in every other', (name) => {
  const filled = NUMBER_RANGES.filter((column) => /\d/.test(draw(column, name).replaceAll(/<[^>]*>/g, '')))
  expect(filled).toEqual([name])
})

const drawn = (column: SortKey, row: Partial<InterviewRow>, columns: SortKey[] = ['candidate', 'state']) =>
  renderToStaticMarkup(
    <td>
      {CELLS[column]({
        row: interviewRowWith(row),
        called: '',
        reasons: {},
        attempts: undefined,
        search: '',
        now: 0,
        columns,
      })}
    </td>,
  )
const SILENT = { hasAudio: false, hasVideo: false }

test('a team without a legible name is its id, and none is –', () => {
  expect(drawn('team', { team: { id: 'team_a', name: 'Nights' } })).toBe('<td>Nights</td>')
  for (const name of ['', '\u200b', null])
    expect(drawn('team', { team: { id: 'team_a', name } })).toBe('<td>team_a</td>')
  expect(drawn('team', { team: { id: null, name: null } })).toBe('<td>–</td>')
})

test('a state is said unless it is the usual one, and of that that there is nothing to play', () => {
  expect(drawn('state', { state: 'processing' })).toContain('Processing')
  expect(drawn('state', { state: 'not_taken', ...SILENT })).toContain('Not taken')
  expect(drawn('state', {})).toBe('<td><span class="sr-only" data-usual="">Ready</span></td>')
  expect(drawn('state', SILENT)).toBe('<td>No recording</td>')
})

test('that there is no recording stands beside the name where no column says it', () => {
  expect(drawn('candidate', SILENT, ['candidate'])).toContain('No recording')
  expect(drawn('candidate', SILENT)).not.toContain('No recording')
  expect(drawn('candidate', { ...SILENT, state: 'not_taken' }, ['candidate'])).not.toContain('No recording')
})

test('how far its reader is stands in a word, and where there is nothing to get through as –', () => {
  const words = READER_PROGRESS.map((progress) => drawn('you', { progress }).replaceAll(/<[^>]*>/g, ''))
  expect(words).toEqual(['New', 'Begun', 'Read', 'Heard'])
  expect(drawn('you', { progress: null })).toBe('<td>–</td>')
})

const counts = { strong_no_hire: 0, no_hire: 1, hire: 2, strong_hire: 0 }

test('votes are counted from the weakest to the strongest, and said in words with one’s own', () => {
  const cell = drawn('votes', { votes: { is: 'shown', counts, mine: 'hire' } })
  expect(cell).toContain('Split: 1 no hire, 2 hire; you: hire')
  expect(Array.from(cell.matchAll(/data-vote="(\w+)"[^>]*>(\d*)</g), ([, vote, count]) => [vote, count])).toEqual([
    ['strong_no_hire', ''],
    ['no_hire', '1'],
    ['hire', '2'],
    ['strong_hire', ''],
  ])
})

const INVALID = { cause: 'other_speaker', by: { id: 'ben', email: 'ben@example.com', name: 'Ben' } } as const

test('hidden votes and scores are said to be hidden, until a vote where one can be cast; none are –', () => {
  const none = { strong_no_hire: 0, no_hire: 0, hire: 0, strong_hire: 0 }
  expect(drawn('votes', { votes: { is: 'shown', counts: none, mine: null } })).toBe('<td>–</td>')
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
    expect(drawn(column, { ...hidden, state: 'not_taken' })).toBe('<td>–</td>')
  }
})

test('notes are counted, and no note is no number', () => {
  expect(drawn('notes', { noteCount: 12 })).toBe('<td>12</td>')
  expect(drawn('notes', { noteCount: 0 })).toBe('<td></td>')
})

const hiddenNotes = (mine: number) => ({ noteCount: { is: 'hidden', until: 'my_vote', mine } }) as const

test('notes that are hidden are said to be, beside one’s own', () => {
  const textOf = (...drawing: Parameters<typeof drawn>) => drawn(...drawing).replaceAll(/<[^>]*>/g, '')
  expect(textOf('notes', hiddenNotes(0))).toBe('Hidden')
  expect(textOf('notes', hiddenNotes(2))).toBe('2 Hidden')
  expect(drawn('notes', hiddenNotes(0))).toContain('title="Hidden until you vote"')
  expect(drawn('notes', { ...hiddenNotes(0), invalid: INVALID })).toContain('title="Hidden: votes are closed"')
  expect([0, 1].map((mine) => textOf('notes', { ...hiddenNotes(mine), state: 'not_taken' }))).toEqual(['', '1'])
})

test('that an interview is invalid is said in the place of its state, or beside the name', () => {
  for (const [column, columns] of [
    ['state', undefined],
    ['candidate', ['candidate']],
  ] as const)
    expect(drawn(column, { invalid: INVALID, ...SILENT }, columns && [...columns])).toContain(
      '<span title="Marked invalid by Ben: somebody else spoke" class="text-warn">Invalid</span>',
    )
})
