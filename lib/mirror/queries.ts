import 'server-only'
import { cache } from 'react'
import { may, type Viewer } from '../auth/viewer'
import { env } from '../env'
import type { Pulls } from '../jobs/pulls'
import { findCoverage } from '../search/find-coverage'
import { freshnessOf, type Freshness } from './freshness'
import { findPulls } from './pulls'

/**
 * It tells nothing about an interview, and why something fails only to whom that matters. `found` is how the pulls went, where that came
 * with the viewer. Asked once a request.
 */
export const findFreshness = cache(async (viewer: Viewer, found?: Pulls): Promise<Freshness> => {
  const mayKnow = may(viewer, 'connection.read')
  const pulls = found === undefined ? await findPulls() : found
  const unreadable = mayKnow ? (pulls?.unreadable ?? 0) : 0
  const clock = { now: Date.now(), intervalSeconds: env().MIRROR_INTERVAL_SECONDS }
  const coverage = pulls?.isAnyToCome ? await findCoverage(viewer) : null
  return freshnessOf(pulls, clock, { mayKnow, unreadable, coverage })
})
