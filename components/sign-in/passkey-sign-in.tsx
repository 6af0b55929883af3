import { KeyRound } from '../ui/icons'
import { useInBrowser } from '../in-browser'
import { knowsPasskeys } from './authenticator'
import { landing } from './landing'
import { signInWithPasskey } from './requests'
import { WayInButton } from './way-in-button'

type Props = { next: string; address: string; onTry: () => void; isPast: boolean }

/** Nobody is asked for an email: the passkey says whose it is. Nothing where the browser knows of none. */
export function PasskeySignIn({ next, ...tried }: Props) {
  const isKnown = useInBrowser(knowsPasskeys, true)
  if (!isKnown) return null
  const go = async () => {
    await signInWithPasskey()
    window.location.replace(landing(next))
  }
  return (
    <WayInButton go={go} {...tried} look="secondary" meanwhile="Waiting for your passkey…">
      <KeyRound size={16} />
      Sign in with a passkey
    </WayInButton>
  )
}
