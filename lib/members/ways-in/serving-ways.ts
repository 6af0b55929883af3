import 'server-only'
import { env } from '../../env'
import { findRelyingParty } from '../../relying-party'
import type { WayIn } from '../member'

/** By what members come in here. Where passwords are none, one still serves who is there to break the glass. */
export function servingWays(): WayIn[] {
  const { OIDC_ISSUER, PASSWORD_SIGN_IN } = env()
  const ways: (WayIn | null)[] = [
    PASSWORD_SIGN_IN === 'on' ? 'password' : null,
    OIDC_ISSUER === undefined ? null : 'oidc',
    findRelyingParty() === null ? null : 'passkey',
  ]
  return ways.filter((way) => way !== null)
}
