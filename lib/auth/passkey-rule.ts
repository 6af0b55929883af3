import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { credentials, installations, THIS_INSTALLATION } from '../db/schema/members'
import { env } from '../env'
import { findRelyingParty } from '../relying-party'

/**
 * The condition on a member, called `member` in the query, that a password alone does not let them in: not of whom is there to break the
 * glass, and of nobody under an address of numbers, where there are no passkeys.
 */
export function isAskedForPasskey(member: SQL): SQL<boolean> {
  if (findRelyingParty() === null) return sql`false`
  return sql`(NOT (${member}.break_glass AND ${member}.role = 'admin') AND coalesce((
    SELECT CASE installed.passkeys_required_of WHEN 'everybody' THEN true WHEN 'admins' THEN ${member}.role = 'admin' ELSE false END
    FROM ${installations} AS installed WHERE installed.id = ${THIS_INSTALLATION}), false))`
}

/** The same, that they have better than a password: a passkey, or the company's provider, which asks for a second factor itself. */
export function hasBetterThanPassword(member: SQL): SQL<boolean> {
  const serves = env().OIDC_ISSUER === undefined ? sql`('passkey')` : sql`('passkey', 'oidc')`
  return sql`EXISTS (SELECT FROM ${credentials} AS held WHERE held.member_id = ${member}.id AND held.kind IN ${serves})`
}

/** Of the session `s` and its member `m` of a query: that it began with a password, which does not do. */
export function lacksPasskey(): SQL<boolean> {
  return sql`(s.provider_sid IS NULL AND s.begun_with IS NULL AND ${isAskedForPasskey(sql`m`)})`
}
