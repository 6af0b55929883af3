import 'server-only'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { assignments } from '../../db/schema/assignments'
import { anchors } from '../../db/schema/ratings'
import { declineReasons, statusVersions } from '../../db/schema/statuses'
import { invalidations, scoreOverrides } from '../../db/schema/validity'
import { votes, voteVersions } from '../../db/schema/votes'

/** Where members write in words of their own, beside notes: a text or a list of them. `written.test.ts` holds it against the schema. */
export const WRITTEN: PgColumn[] = [
  assignments.message,
  ...[votes.reason, voteVersions.reason],
  ...[statusVersions.reason, declineReasons.reasons],
  ...[invalidations.reason, scoreOverrides.reason],
  ...[anchors.one, anchors.three, anchors.five],
]
