import { deflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compressReply, decompressReply } from './reply'

const replies = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'grapheme', minLength: 500, maxLength: 5_000 }),
)

test('a reply is read as it was stored, by this version or by one that deflated it at any level', async () => {
  await fc.assert(
    fc.asyncProperty(replies, fc.integer({ min: 0, max: 9 }), async (reply, level) => {
      const json = Buffer.from(JSON.stringify(reply))
      const now = await compressReply(json)
      expect(await decompressReply(now ?? Buffer.alloc(0))).toEqual(JSON.parse(json.toString()))
      expect(await decompressReply(deflateSync(json, { level }))).toEqual(JSON.parse(json.toString()))
    }),
  )
})

test('what Ribbon did not send is not stored', async () => {
  expect(await compressReply(null)).toBeNull()
})
