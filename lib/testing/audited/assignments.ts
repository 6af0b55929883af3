import { expect } from 'vitest'
import { askMember, assignByHand, assignFlow, withdrawAssignments } from '../../assignments/commands'
import { byAdmin, type AuditedCases } from './audited-case'
import type { InterviewId } from '../../interviews/interview-id'

const assigned = (about: InterviewId, memberId: string) => ({
  code: 'interview.assigned',
  about,
  payload: { assignmentId: expect.any(String), memberId },
})

export const ASSIGNMENTS: AuditedCases = {
  assignByHand: {
    does: ({ blindId, admin }) =>
      assignByHand(admin, { interviewIds: [blindId], memberIds: [admin.memberId], dueOn: null }),
    tells: ({ blindId, admin }) => [assigned(blindId, admin.memberId)],
    by: byAdmin,
  },
  'assignByHand, by another day': {
    does: ({ blindId, admin, viewer }) =>
      assignByHand(admin, { interviewIds: [blindId], memberIds: [viewer.memberId], dueOn: '2026-12-01' }),
    tells: ({ blindId, viewer }) => [assigned(blindId, viewer.memberId)],
    by: byAdmin,
  },
  assignFlow: {
    does: ({ flowId, admin }) => assignFlow(admin, { flowId, memberIds: [admin.memberId], votesEach: 2, dueOn: null }),
    tells: ({ blindId, admin }) => [assigned(blindId, admin.memberId)],
    by: byAdmin,
  },
  askMember: {
    does: ({ blindId, admin, viewer }) =>
      askMember(viewer, blindId, { memberId: admin.memberId, message: 'Strong, look', dueOn: null }),
    tells: ({ blindId, admin }) => [{ ...assigned(blindId, admin.memberId), code: 'interview.asked' }],
  },
  'withdrawAssignments, of another day': {
    does: async ({ blindId, admin, viewer }) => {
      const again = { interviewIds: [blindId], memberIds: [viewer.memberId], dueOn: '2026-12-04' }
      const { assignmentIds, redated } = await assignByHand(admin, again)
      return withdrawAssignments(admin, assignmentIds, redated)
    },
    tells: ({ blindId, viewer }) => [assigned(blindId, viewer.memberId), assigned(blindId, viewer.memberId)],
    by: byAdmin,
  },
  withdrawAssignments: {
    does: ({ assignmentIds, admin }) => withdrawAssignments(admin, assignmentIds),
    tells: ({ assignmentIds, blindId, viewer }) => [
      {
        code: 'assignment.withdrawn',
        about: blindId,
        payload: { assignmentId: assignmentIds[0], memberId: viewer.memberId },
      },
    ],
    by: byAdmin,
  },
}
