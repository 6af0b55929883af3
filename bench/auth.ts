import { measureVerification } from './verification'
import { measureViewerCheck } from './viewer-check'

/** What it costs a candidate's page to know who asks, and an audit log to be verified. */
export async function measureAuth() {
  await measureViewerCheck()
  await measureVerification()
}
