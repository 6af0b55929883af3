import type { InterviewFilter } from '@/lib/interviews/list/filter'
import { readDays, readRange, type Days, type Range } from '@/lib/interviews/list/range'
import { formatDuration, parseDuration } from '../../duration'
import { unitOf, type RangeName } from './range-filters'

/** What stands in the two fields, and a range that has no end is none. */
export type RangeTexts = { from: string; to: string }
type Read = { range: Range | Days | null } | { mistake: string }

const MOST = { score: 5, seconds: 86_400 }

export function textsOf(name: RangeName, filter: InterviewFilter): RangeTexts {
  const range = filter[name]
  const say = (value: number | string | null | undefined) => {
    if (value == null) return ''
    return unitOf(name) === 'seconds' ? formatDuration(Number(value)) : String(value)
  }
  return { from: say(range?.from), to: say(range?.to) }
}

/** The range that was typed, or a sentence about what is wrong with it. */
export function readTexts(name: RangeName, { from, to }: RangeTexts): Read {
  if (from.trim() + to.trim() === '') return { range: null }
  const unit = unitOf(name)
  const text = [from, to].map((end) => wireText(end.trim(), unit)).join('..')
  const range = unit === 'day' ? readDays(text) : readRange(text, MOST[unit])
  return range ? { range } : { mistake: MISTAKES[unit] }
}

const MISTAKES = {
  score: 'Scores go from 0 to 5, the smaller one first.',
  seconds: 'Write minutes and seconds as 5:30, the shorter one first.',
  day: 'The earlier day comes first.',
}

function wireText(end: string, unit: ReturnType<typeof unitOf>): string {
  if (unit === 'score') return end.replace(',', '.')
  return unit === 'seconds' && end !== '' ? String(parseDuration(end)) : end
}
