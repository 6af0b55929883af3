import { createHash } from 'node:crypto'

/** Ribbon's own pages about an interview; the UUID in their addresses is not the interview's id. */
export const INTERVIEW_LINKS = {
  invite: (flowId: string, id: string) => `https://app.ribbon.ai/interview/api/${flowId}/${linkId(id)}`,
  review: (flowId: string, id: string) => `https://app.ribbon.ai/recruit/interviews/${flowId}/${linkId(id)}`,
}

function linkId(id: string) {
  const hash = createHash('sha256').update(`link ${id}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(12, 15)}-a${hash.slice(15, 18)}-${hash.slice(18, 30)}`
}
