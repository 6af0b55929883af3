import { eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { interviews, transcripts } from '../../db/schema/interviews'

/** The rows that are written of an interview, whoever may see it. */
export async function stored(id: string) {
  const [row] = await db()
    .select()
    .from(interviews)
    .innerJoin(transcripts, eq(transcripts.interviewId, interviews.id))
    .where(eq(interviews.id, id))
  return row
}
