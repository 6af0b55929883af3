// Must hold 42: an id that Postgres cannot store is refused where it comes in, whoever sends it.
import { expect, test } from 'vitest'
import { assigning, chosen } from '@/lib/assignments/assignment'
import { flowIdOfParameter } from '@/lib/flows/flow-id'
import { interviewId } from '@/lib/interviews/interview-id'
import { inviting } from '@/lib/invitations/invitation'
import { rightsDraft } from '@/lib/members/rights'
import { queueFlow } from '@/lib/queue/queue-flow'
import { statusesDraft } from '@/lib/status/draft'

const memberIds = [crypto.randomUUID()]
const scopeOf = (id: string) => ({ teams: [id], flows: [id], interviews: [id] })

test.each<[string, (id: string) => unknown]>([
  ['an interview', (id) => interviewId.parse(id)],
  ['a flow', (id) => flowIdOfParameter(id)],
  ['the flow of a queue', (id) => queueFlow(id)],
  ['an interview that is handed out', (id) => assigning.parse({ interviewIds: [id], memberIds })],
  ['a flow that is shared out', (id) => assigning.parse({ flowId: id, memberIds, votesEach: 1 })],
  ['one of those that are chosen', (id) => chosen.parse({ interviewIds: [id] })],
  ['one that gets a status', (id) => statusesDraft.parse({ status: 'shortlisted', interviews: [{ id }] })],
  ['one of an invitation', (id) => inviting.parse({ emails: ['a@example.com'], role: 'reviewer', scope: scopeOf(id) })],
  ['one of a scope', (id) => rightsDraft.parse({ scope: scopeOf(id) })],
])('%s has no id with half a surrogate pair or a NUL', (_, read) => {
  expect(() => read('😀 ü/%')).not.toThrow()
  for (const id of ['a\ud800', '\udc00a', 'a\0b']) expect(() => read(id)).toThrow()
})
