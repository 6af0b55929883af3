import { listPath } from '../../list-path'

/** The list of what the agenda of these flows counts. */
export function splitsPath(flowIds: string[]): string {
  return listPath({ flow: flowIds, votes: ['split'], invalid: false })
}

/** What waits for its reader's vote there. */
export function unjudgedPath(flowIds: string[]): string {
  return listPath({ flow: flowIds, vote: ['none'] })
}
