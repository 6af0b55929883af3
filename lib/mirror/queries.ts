import 'server-only'
import { cache } from 'react'
import { may, type Viewer } from '../auth/viewer'
import { env } from '../env'
import { findCoverage } from '../search/find-coverage'
import { freshnessOf, type Freshness } from './freshness'
import { findPulls } from './pulls'

/** It tells nothing about an interview, and why something fails only to whom that matters. Asked once a request. */
export const findFreshness = cache(async (viewer: Viewer): Promise<Freshness> => {
  const mayKnow = may(viewer, 'connection.read')
  const pulls = await findPulls()
  const unreadable = mayKnow ? (pulls?.unreadable ?? 0) : 0
  const clock = { now: Date.now(), intervalSeconds: env().MIRROR_INTERVAL_SECONDS }
  const coverage = pulls?.isAnyToCome ? await findCoverage(viewer) : null
  return freshnessOf(pulls, clock, { mayKnow, unreadable, coverage })
})
