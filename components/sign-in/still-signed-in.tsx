import { buttonClass } from '../ui/button'
import { PageLink } from '../ui/page-link'

type Props = { email: string; failure: string; next: string }

/** For who has a session and failed to get another one, at the identity provider or by a link; `next` is where they wanted to go. */
export function StillSignedIn({ email, failure, next }: Props) {
  return (
    <>
      <h1 className="mb-1 text-xl font-semibold tracking-tight">Still signed in</h1>
      <p role="alert" className="mb-4 text-bad">
        {failure}
      </p>
      <p className="mb-7 text-muted">
        You go on as <bdi className="text-ink">{email}</bdi>. To sign in as somebody else, sign out first.
      </p>
      <PageLink href={next} className={buttonClass('primary', 'regular')}>
        Go on
      </PageLink>
    </>
  )
}
