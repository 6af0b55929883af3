import 'server-only'
import { cache } from 'react'
import type { Viewer } from '../auth/viewer'
import { env } from '../env'
import { freshnessOf, type Freshness } from './freshness'
import { findPulls } from './pulls'

/** The same for every member: it tells nothing about an interview. Asked once a request. */
export const findFreshness = cache(async (_viewer: Viewer): Promise<Freshness> => {
  return freshnessOf(await findPulls(), { now: Date.now(), intervalSeconds: env().MIRROR_INTERVAL_SECONDS })
})
