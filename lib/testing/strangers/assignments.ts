import { and, eq, isNull } from 'drizzle-orm'
import { askMember, withdrawAssignments } from '../../assignments/commands'
import { findAsks } from '../../assignments/queries'
import { db } from '../../db/client'
import { assignments } from '../../db/schema/assignments'
import { askingMe } from './scene'
import type { StrangerCases } from './stranger-case'

export const ASSIGNMENTS: StrangerCases = {
  aboutOne: {
    findAsks,
    askMember: (of, id, { viewer }) => askMember(of, id, { ...askingMe(viewer), message: 'Again' }),
  },
  ofAll: {
    withdrawAssignments: {
      ask: async (of, { interview }) => {
        const standing = and(eq(assignments.interviewId, interview.id), isNull(assignments.withdrawnAt))
        const mine = await db().select({ id: assignments.id }).from(assignments).where(standing)
        return withdrawAssignments(
          of,
          mine.map(({ id }) => id),
        )
      },
      nothing: 0,
    },
  },
}
