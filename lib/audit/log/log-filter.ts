import { z } from 'zod'
import { DebriefError } from '../../errors'
import { interviewId } from '../../interviews/interview-id'
import { AUDIT_CODES } from '../event'
import type { LogFilter } from './log-search'

const FIELDS = {
  member: z.uuid('the id of a member'),
  interview: interviewId,
  code: z.enum(AUDIT_CODES),
  cursor: z.string().min(1).max(1_000),
}
type Name = keyof typeof FIELDS

/** Throws `invalid_input` for a parameter that cannot be read, is unknown, or is there twice where one is enough. */
export function requireLogFilter(search: URLSearchParams): LogFilter {
  const unknown = [...search.keys()].find((name) => !Object.hasOwn(FIELDS, name))
  if (unknown !== undefined) throw invalid(`There is no parameter ${unknown}.`)
  return {
    member: one(search, 'member'),
    interview: one(search, 'interview'),
    codes: [...new Set(search.getAll('code').map((code) => parse('code', code)))],
    cursor: one(search, 'cursor'),
  }
}

/** The same for a page: what cannot be read narrows nothing. */
export function parseLogFilter(search: URLSearchParams): LogFilter {
  return {
    member: FIELDS.member.safeParse(search.get('member')).data ?? null,
    interview: FIELDS.interview.safeParse(search.get('interview')).data ?? null,
    codes: AUDIT_CODES.filter((code) => search.getAll('code').includes(code)),
    cursor: null,
  }
}

function one<N extends Name>(search: URLSearchParams, name: N): z.infer<(typeof FIELDS)[N]> | null {
  const [value, ...others] = search.getAll(name)
  if (others.length > 0) throw invalid(`The parameter ${name} is there more than once.`)
  return value === undefined ? null : parse(name, value)
}

function parse<N extends Name>(name: N, value: string): z.infer<(typeof FIELDS)[N]> {
  const parsed = FIELDS[name].safeParse(value)
  if (!parsed.success) throw invalid(`The parameter ${name} cannot be read.`)
  return parsed.data as z.infer<(typeof FIELDS)[N]>
}

function invalid(detail: string) {
  return new DebriefError('invalid_input', { detail })
}
