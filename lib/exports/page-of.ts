import 'server-only'
import { env } from '../env'
import { segmentOfId } from '../interviews/interview-url'

/** The address of an interview's page. */
export function pageOf(id: string): string {
  return new URL(`/candidates/${segmentOfId(id)}`, env().NEXTAUTH_URL).href
}
