import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { members } from '../db/schema/members'
import { seen } from '../interviews/seen'
import { inLabelOrder } from '../members/in-label-order'
import { RATINGS } from './rating'

const colleague = z.object({
  member: z.object({ id: z.string(), email: z.string(), name: z.string().nullable() }),
  rating: z.union(RATINGS.map((rating) => z.literal(rating))),
})
/** In the order in which they are called. */
const given = z.array(colleague).transform((ratings) => inLabelOrder(ratings, ({ member }) => member))
const givenByQuestion = z.record(z.string(), given)

const ALL = sql`jsonb_agg(jsonb_build_object('rating', given.rating, 'member',
    jsonb_build_object('id', ${members.id}, 'email', ${members.email}, 'name', ${members.name})
  ))`
const BY_OTHERS = sql`ratings given JOIN ${members} ON ${members.id} = given.member_id
  WHERE given.interview_id = ${seen.id} AND given.ended_at IS NULL AND given.member_id <> ${seen.readerId}`

/** What others gave to the answer to one question, where the reader may know it. */
export function colleaguesRatings(key: string) {
  const ratings = sql`(SELECT coalesce(${ALL}, '[]') FROM ${BY_OTHERS} AND given.question_key = ${key})`
  return sql`CASE WHEN ${seen.showsColleagues} THEN ${ratings} ELSE '[]' END`.mapWith((stored: unknown) =>
    given.parse(stored),
  )
}

/** And to the answers to all of them, by question. */
export const COLLEAGUES_RATINGS = sql`CASE WHEN ${seen.showsColleagues} THEN (
    SELECT coalesce(jsonb_object_agg(key, of_key), '{}')
    FROM (SELECT given.question_key AS key, ${ALL} AS of_key FROM ${BY_OTHERS} GROUP BY given.question_key) AS by_key
  ) ELSE '{}' END`.mapWith((stored: unknown) => givenByQuestion.parse(stored))
