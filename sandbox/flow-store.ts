import { Failure } from './failure'
import { FOREIGN } from './foreign'
import type { InterviewFlow } from './wire'

export class FlowStore {
  private readonly flows: Map<string, InterviewFlow>
  private readonly archived = new Set<string>()

  constructor(flows: readonly InterviewFlow[]) {
    this.flows = new Map(flows.map((flow) => [flow.interview_flow_id, flow]))
  }

  list(): InterviewFlow[] {
    return [...this.flows.values()].filter(({ interview_flow_id: id }) => !this.archived.has(id))
  }

  /** Archived ones too: their interviews remain. */
  find(id: string): InterviewFlow | null {
    return this.flows.get(id) ?? null
  }

  /** Throws 403 for another organisation's, 422 for an unknown or archived id. */
  require(id: string): InterviewFlow {
    if (id === FOREIGN.flow) throw new Failure(403, 'The interview flow does not belong to the organization.')
    const found = this.archived.has(id) ? null : this.find(id)
    if (!found) throw new Failure(422, 'No interview flow found with provided interview_flow_id.')
    return found
  }

  put(flow: InterviewFlow) {
    this.flows.set(flow.interview_flow_id, flow)
  }

  archive(id: string) {
    this.archived.add(id)
  }
}
