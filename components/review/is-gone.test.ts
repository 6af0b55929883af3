import { expect, test } from 'vitest'
import { RequestFailed } from '../fetch-json'
import { isGone } from './is-gone'

const notFound = new RequestFailed('There is no such interview.', 'interview_not_found', 'id')

test('what is gone stays so until it is there, whatever else fails meanwhile', () => {
  for (const code of ['offline', 'unexpected', 'database_unavailable', 'signed_out']) {
    const failure = new RequestFailed('It failed.', code, null)
    expect(isGone(true, failure), code).toBe(true)
    expect(isGone(false, failure), code).toBe(false)
  }
  expect(isGone(false, notFound)).toBe(true)
  expect(isGone(true, undefined)).toBe(false)
})
