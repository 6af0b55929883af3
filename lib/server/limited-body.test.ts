import { expect, test } from 'vitest'
import { readLimitedBody } from './limited-body'

const sent = (body: BodyInit) => {
  const streamed = { method: 'POST', body, duplex: 'half' }
  return new Request('http://localhost/', streamed)
}

test('a body is read up to its limit, and no further', async () => {
  await expect(readLimitedBody(sent('four'), 4)).resolves.toEqual(Buffer.from('four'))
  await expect(readLimitedBody(sent('fives'), 4)).rejects.toMatchObject({ code: 'body_too_large' })
})

test('who leaves in the middle of a body is no failure of the database, whose lost connection has the same code', async () => {
  const lost = Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
  const body = new ReadableStream({
    pull: (controller) => controller.error(lost),
  })
  await expect(readLimitedBody(sent(body), 4)).rejects.toMatchObject({ code: 'invalid_input', cause: lost })
})
