import { writtenIds } from '@/lib/compare/link'
import { interviewUrl, segmentOfId } from '@/lib/interviews/interview-url'

/**
 * Under which SWR keeps what a page has read, so that whoever changes it names the same. A text is the address that it is read from;
 * a list begins with what it is, or with that address, and goes on with what it depends on.
 */
export const swrKeys = {
  accountSessions: '/api/account/sessions',
  answer: (flowId: string, key: string, interview: string) =>
    `${swrKeys.answers(flowId, key)}/${segmentOfId(interview)}`,
  answers: (flowId: string, key: string): string => `/api/flows/${encodeURIComponent(flowId)}/questions/${key}/answers`,
  auditHead: '/api/audit/head',
  blind: (flowId: string) => `/api/flows/${encodeURIComponent(flowId)}/blind`,
  assignments: (flowId: string) => `/api/assignments?${new URLSearchParams({ flow: flowId })}`,
  chosenAssignments: (interviewIds: string[]) => ['/api/assignments/chosen', interviewIds] as const,
  asks: (interviewId: string) => interviewUrl(interviewId, 'asks'),
  /** Asked for again and again, to see who is there, beside what a page has read of it. */
  comparedNow: (flowId: string) => ['compared now', swrKeys.matrix(flowId)] as const,
  connection: '/api/connection',
  /** `search` asks for as little of a list as there is beside how many it has, to the last. */
  counted: (search: string) => `/api/interviews?${search}&total=exact`,
  /** `search` is the list's without what it says of the filter `by`. */
  counts: (by: string, search: string) => `/api/interviews/counts?${new URLSearchParams({ by })}&${search}`,
  declineReasons: (flowId: string) => `/api/flows/${encodeURIComponent(flowId)}/decline-reasons`,
  /** They are called otherwise once names come, or go. */
  finalists: (flowId: string, ids: string[], names: { areHidden: boolean }) =>
    [
      `/api/flows/${encodeURIComponent(flowId)}/finalists?${new URLSearchParams({ ids: writtenIds(ids) })}`,
      names.areHidden,
    ] as const,
  flows: '/api/flows',
  freshness: '/api/freshness',
  matrix: (flowId: string) => `/api/flows/${encodeURIComponent(flowId)}/matrix`,
  members: '/api/members',
  mentions: '/api/mentions',
  /** Of which nobody is told how many there are. */
  found: (search: string) => `/api/interviews?${search}&total=bounded`,
  heard: (interviewId: string) => interviewUrl(interviewId, 'heard'),
  invitations: '/api/invitations',
  interview: (interviewId: string) => interviewUrl(interviewId),
  list: (search: string) => ['list', search] as const,
  news: (search: string) => ['news', search] as const,
  notes: (interviewId: string) => interviewUrl(interviewId, 'notes'),
  passkeys: '/api/account/passkeys',
  queue: '/api/review/queue',
  questions: (flowId: string) => `/api/flows/${encodeURIComponent(flowId)}/questions`,
  sideBySide: (flowId: string, ids: string[]) =>
    `/api/flows/${encodeURIComponent(flowId)}/side-by-side?${new URLSearchParams({ ids: writtenIds(ids) })}`,
  read: (interviewId: string) => interviewUrl(interviewId, 'read'),
  reveal: (interviewId: string) => interviewUrl(interviewId, 'reveal'),
  vote: (interviewId: string) => interviewUrl(interviewId, 'vote'),
  votes: (interviewId: string) => interviewUrl(interviewId, 'votes'),
  /** Of so few that one page has them all. */
  stillSeen: (ids: string[]) =>
    `/api/interviews?${new URLSearchParams({ id: ids.join(','), limit: `${ids.length}`, total: 'bounded' })}`,
  statuses: (interviewId: string) => interviewUrl(interviewId, 'statuses'),
  validity: (interviewId: string) => interviewUrl(interviewId, 'validity'),
  /** `version` is another one once Ribbon says something else. */
  words: (interviewId: string, version: string) => [interviewUrl(interviewId, 'words'), version] as const,
}

/** Of whichever list. */
export function isNewsKey(key: unknown): boolean {
  return Array.isArray(key) && key[0] === 'news'
}

/** Of everybody's answers to whichever question of a flow. */
export function isAnswersKey(flowId: string, key: unknown): boolean {
  return typeof key === 'string' && key.startsWith(`${swrKeys.questions(flowId)}/`) && key.endsWith('/answers')
}

/** Of whichever candidates of a flow. */
export function isSideBySideKey(flowId: string, key: unknown): boolean {
  return typeof key === 'string' && key.startsWith(swrKeys.sideBySide(flowId, []))
}

/** Of the scale of a question, which comes with its answers. */
export function anchorsUrl(flowId: string, key: string): string {
  return `/api/flows/${encodeURIComponent(flowId)}/questions/${key}/anchors`
}

/** Of whether a flow's candidates are compared without their names. */
export function namesUrl(flowId: string): string {
  return `/api/flows/${encodeURIComponent(flowId)}/names`
}
