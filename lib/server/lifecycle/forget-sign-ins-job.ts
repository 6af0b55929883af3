import 'server-only'
import { forgetOldLogouts } from '../../auth/oidc/provider-logout'
import { forgetExpiredSessions } from '../../auth/session'
import { forgetOldAttempts } from '../../auth/sign-in/throttle'
import { recurring, type Job } from '../../jobs/job'
import { forgetSpentChallenges } from '../../passkeys/challenge'
import { forgetOldLinks } from '../../password-links/make-link'

/** As long as failures count: of an hour of guessing a quarter is there at most. */
const EVERY_SECONDS = 900

/** Forgets what is over of signing in, by whichever way people do, and where nobody does but strangers try. */
export const forgettingSignIns: Job<object> = {
  kind: 'sign_in.forget_over',
  ...recurring(EVERY_SECONDS),
  async run() {
    await forgetExpiredSessions()
    await forgetOldAttempts()
    await forgetSpentChallenges()
    await forgetOldLogouts()
    await forgetOldLinks()
  },
}
