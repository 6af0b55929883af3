import 'server-only'
import { DebriefError } from '../../errors'
import { mirrorInterview } from '../mirror'
import { isRibbonWell } from '../ribbon-well'
import { faultOf, forgetFaults, recordFaults, type Kind } from '../store/unreadable'
import { withPatience } from '../with-patience'

/** So long one item may take before the next has its turn; what arrives later is stored all the same. */
const PATIENCE_MS = 20_000
/** Then it is more likely Ribbon than the items: the others wait for the next pull. */
const FAULTS_IN_A_ROW = 5

type Asking = {
  kind: Extract<Kind, 'interview' | 'flow'>
  ask: (id: string) => Promise<void>
  goOn: () => Promise<void>
}

/**
 * Asks Ribbon for each of these, one after the other. One that fails is noted, to be tried again later, and costs the others
 * nothing. The ids of those about which Ribbon has said what they are, or that it does not know them. Throws the `ribbon_…`
 * codes that say nothing about one item.
 */
export async function askSingly(ids: string[], { kind, ask, goOn }: Asking): Promise<string[]> {
  const settled: string[] = []
  for (let at = 0, faults = 0; at < ids.length && faults < FAULTS_IN_A_ROW; at++) {
    const id = ids[at] ?? ''
    const isSettled = await askForOne(id, kind, ask)
    faults = isSettled ? 0 : faults + 1
    if (isSettled) settled.push(id)
    await goOn()
  }
  return settled
}

export function askForInterviews(ids: string[], goOn: () => Promise<void>): Promise<string[]> {
  return askSingly(ids, { kind: 'interview', ask: mirrorInterview, goOn })
}

async function askForOne(id: string, kind: Asking['kind'], ask: Asking['ask']): Promise<boolean> {
  const fault = { kind, place: id }
  try {
    await withPatience(ask(id), PATIENCE_MS)
  } catch (error) {
    if (!(error instanceof DebriefError && error.code === 'ribbon_not_found')) {
      const reason = faultOf(error)
      if (reason === null || (reason === 'cut_off' && !(await isRibbonWell()))) throw error
      await recordFaults([{ ...fault, reason }])
      return false
    }
  }
  await forgetFaults([fault])
  return true
}
