import { createHash } from 'node:crypto'
import type { RibbonInterview } from '../../ribbon/interview'

/** The reshaped reply's keys always come in the same order. Signed addresses differ in each reply, so they do not count. */
export function hashOf(interview: RibbonInterview) {
  return createHash('sha256')
    .update(JSON.stringify({ ...interview, recordings: null }))
    .digest('base64url')
}
