// Must hold 6.
import { expect, test } from 'vitest'
import { acceptWebhook } from './commands'
import { change, deliver, deliveries, givenAnnouncing, processed, sign, statuses } from './testing/announced'

givenAnnouncing()

test.each([null, '', 'nonsense', '0'.repeat(64), sign('{}'), sign(JSON.stringify({}), 'another secret')])(
  'an event with the signature %s is refused and changes nothing',
  async (signature) => {
    const body = Buffer.from(JSON.stringify(processed()))
    await expect(acceptWebhook({ body, signature })).rejects.toMatchObject({ code: 'webhook_unsigned' })
    expect(await deliveries()).toEqual([])
  },
)

test('a signed event that cannot be read is answered like the others and leaves a note only', async () => {
  const body = Buffer.from('{')
  await acceptWebhook({ body, signature: sign('{') })
  expect(await deliveries()).toMatchObject([{ outcome: 'ignored', event: null, interviewId: null }])
})

test('a replayed change of status changes nothing', async () => {
  await deliver(change(null, 'invited'))
  await deliver(change('invited', 'shortlisted'))
  expect(await statuses()).toEqual(['shortlisted'])
  await deliver(change('invited', 'rejected'))
  await deliver(change(null, 'invited'))
  expect(await statuses()).toEqual(['shortlisted'])
  await deliver(change('shortlisted', 'hired'))
  expect(await statuses()).toEqual(['hired'])
})
