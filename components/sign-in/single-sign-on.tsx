'use client'

import { landing } from './landing'
import { startSingleSignOn } from './requests'
import { WayInButton } from './way-in-button'

type Props = { next: string; address: string; failure: string | null; onTry?: () => void; isPast?: boolean }

/** Leads to the company's identity provider; `failure` is what came of it the last time. */
export function SingleSignOn({ next, ...tried }: Props) {
  return (
    <WayInButton
      go={async () => window.location.assign(await startSingleSignOn(landing(next)))}
      meanwhile="Opening your identity provider…"
      look="primary"
      {...tried}
    >
      Continue with single sign-on
    </WayInButton>
  )
}
