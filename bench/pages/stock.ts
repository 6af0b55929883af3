import { sql } from 'drizzle-orm'
import { db } from '../../lib/db/client'
import { givenFlow } from '../../lib/db/testing/interview'
import { corpusInterview } from '../search-corpus'
import { storeMade } from '../store-made'

const CANDIDATES = 300
const FLOWS = 6
const WORDS = 1_500

/** Candidates with what their rows show: votes of every member on a third of them, a status on a half, a note on a fifth. */
export async function stockDatabase() {
  for (let flow = 0; flow < FLOWS; flow++) await givenFlow({ id: `flow_${flow}`, title: `Night shift ${flow + 1}` })
  await storeMade(CANDIDATES, (index) => corpusInterview(index, { words: WORDS, flows: FLOWS }))
  await judge()
  await db().execute(sql`VACUUM ANALYZE`)
}

async function judge() {
  await db().execute(sql`INSERT INTO votes (interview_id, member_id, vote, "cast")
    SELECT i.id, m.id, (ARRAY['strong_no_hire', 'no_hire', 'hire', 'strong_hire'])[1 + abs(hashtext(i.id || m.email)) % 4], 'open'
    FROM interviews i CROSS JOIN members m WHERE abs(hashtext(i.id)) % 3 = 0`)
  await db().execute(sql`WITH given AS (
      INSERT INTO status_versions (id, interview_id, status, set_by)
      SELECT gen_random_uuid(), i.id, 'shortlisted', (SELECT id FROM members ORDER BY email LIMIT 1)
      FROM interviews i WHERE abs(hashtext(i.id)) % 2 = 0 RETURNING id, interview_id
    ) INSERT INTO statuses (interview_id, version_id) SELECT interview_id, id FROM given`)
  await db().execute(sql`INSERT INTO notes (id, interview_id, author_id, body)
    SELECT gen_random_uuid(), i.id, (SELECT id FROM members ORDER BY email LIMIT 1), 'Knows the cold room.'
    FROM interviews i WHERE abs(hashtext(i.id)) % 5 = 0`)
}
