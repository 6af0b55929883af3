import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { installations, members, THIS_INSTALLATION } from '../db/schema/members'
import { findRelyingParty } from '../relying-party'

/**
 * The condition on `members` that a password alone does not let them in: not of whom is there to break the glass, and of nobody under an
 * address of numbers, where there are no passkeys.
 */
export function isAskedForPasskey(): SQL<boolean> {
  if (findRelyingParty() === null) return sql`false`
  return sql`(NOT (${members.breakGlass} AND ${members.role} = 'admin') AND coalesce((
    SELECT CASE installed.passkeys_required_of WHEN 'everybody' THEN true WHEN 'admins' THEN ${members.role} = 'admin' ELSE false END
    FROM ${installations} AS installed WHERE installed.id = ${THIS_INSTALLATION}), false))`
}

/** Of the session `s` and its `members` of a query: that it began with a password, which does not do. */
export function lacksPasskey(): SQL<boolean> {
  return sql`(s.provider_sid IS NULL AND s.begun_with IS NULL AND ${isAskedForPasskey()})`
}
