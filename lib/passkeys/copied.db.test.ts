import { expect, test } from 'vitest'
import { givenViewer } from '../db/testing/fixtures'
import { signInByPasskey } from './sign-in'
import { begunSignIn, FROM, givenPasskey } from './testing/passkeys'

test('of two sign-ins at once with the same count one is refused: a copy of the passkey may have made it', async () => {
  const { authenticator } = await givenPasskey(await givenViewer())
  const begun = [await begunSignIn(), await begunSignIn()]
  const outcomes = await Promise.allSettled(
    begun.map(({ options, challengeCookie }) =>
      signInByPasskey({ assertion: authenticator.get(options, { signCount: 7 }), challengeCookie, from: FROM }),
    ),
  )
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})
