import { invalidFields } from './failure'
import type { InterviewStatus } from './wire'

export type Page = { limit: number; offset: number }

/** Throws 422 naming the parameter that is no whole number in range. */
export function readPage(query: URLSearchParams, defaultLimit: number): Page {
  return {
    limit: readWhole(query, 'limit', { fallback: defaultLimit, least: 1 }),
    offset: readWhole(query, 'offset', { fallback: 0, least: 0 }),
  }
}

function readWhole(query: URLSearchParams, name: string, { fallback, least }: { fallback: number; least: number }) {
  const value = query.get(name)
  if (value === null) return fallback
  if (!/^[+-]?\d{1,15}$/.test(value)) throw invalidFields('query', { [name]: ['Not a valid integer.'] })
  if (Number(value) < least) throw invalidFields('query', { [name]: [`Must be greater than or equal to ${least}.`] })
  return Number(value)
}

export function readStatus(query: URLSearchParams): InterviewStatus {
  const status = query.get('status') ?? 'completed'
  if (status === 'completed' || status === 'incomplete') return status
  throw invalidFields('query', { status: ['Must be one of: incomplete, completed.'] })
}
