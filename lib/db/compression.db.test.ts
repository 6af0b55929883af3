import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from './client'

test('what is long is packed by lz4 where the database has it', async () => {
  const { rows } = await db().execute(sql`
    SELECT attrelid::regclass || '.' || attname AS packed FROM pg_attribute
    WHERE attcompression = 'l' AND attrelid::regclass::text IN ('interviews', 'transcripts', 'interview_texts')
    ORDER BY 1`)
  const { rows: there } = await db().execute(
    sql`SELECT 'lz4' = ANY (enumvals) AS is FROM pg_settings WHERE name = 'default_toast_compression'`,
  )
  const long = [
    ...['interview_texts.about', 'interview_texts.asked', 'interview_texts.said', 'interview_texts.summary'],
    ...['interviews.lexemes'],
    ...['transcripts.questions', 'transcripts.segments', 'transcripts.summary', 'transcripts.words'],
  ]
  expect(rows.map(({ packed }) => packed)).toEqual(there[0]?.is ? long : [])
})

test('Ribbon’s replies, which are packed already, are not packed once more', async () => {
  const { rows } = await db().execute(sql`SELECT attstorage AS storage FROM pg_attribute
    WHERE attrelid = 'ribbon_replies'::regclass AND attname = 'body'`)
  expect(rows).toEqual([{ storage: 'e' }])
})
