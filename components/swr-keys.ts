import { interviewUrl } from '@/lib/interviews/interview-url'

/**
 * Under which SWR keeps what a page has read, so that whoever changes it names the same. A text is the address that it is read from;
 * a list begins with what it is, or with that address, and goes on with what it depends on.
 */
export const swrKeys = {
  connection: '/api/connection',
  flows: '/api/flows',
  freshness: '/api/freshness',
  mentions: '/api/mentions',
  found: (search: string) => `/api/interviews?${search}`,
  heard: (interviewId: string) => interviewUrl(interviewId, 'heard'),
  interview: (interviewId: string) => interviewUrl(interviewId),
  list: (search: string) => ['list', search] as const,
  news: (search: string) => ['news', search] as const,
  notes: (interviewId: string) => interviewUrl(interviewId, 'notes'),
  /** `version` is another one once Ribbon says something else. */
  words: (interviewId: string, version: string) => [interviewUrl(interviewId, 'words'), version] as const,
}
