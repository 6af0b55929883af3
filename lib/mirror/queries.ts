import 'server-only'
import { cache } from 'react'
import { may, type Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { unreadableItems } from '../db/schema/mirror'
import { env } from '../env'
import { freshnessOf, type Freshness } from './freshness'
import { findPulls } from './pulls'

/** It tells nothing about an interview, and why something fails only to whom that matters. Asked once a request. */
export const findFreshness = cache(async (viewer: Viewer): Promise<Freshness> => {
  const mayKnow = may(viewer, 'connection.read')
  const [pulls, unreadable] = await Promise.all([findPulls(), mayKnow ? db().$count(unreadableItems) : 0])
  const clock = { now: Date.now(), intervalSeconds: env().MIRROR_INTERVAL_SECONDS }
  return freshnessOf(pulls, clock, { mayKnow, unreadable })
})
