import { correctTranscript, withdrawCorrection } from '../../corrections/commands'
import { listCorrections } from '../../corrections/queries'
import { CORRECTION } from './scene'
import type { StrangerCases } from './stranger-case'

export const CORRECTIONS: StrangerCases = {
  aboutOne: {
    listCorrections,
    correctTranscript: (of, interviewId) =>
      correctTranscript(of, { interviewId, correctionId: crypto.randomUUID() }, CORRECTION),
    withdrawCorrection: (of, interviewId, { correctionId }) => withdrawCorrection(of, { interviewId, correctionId }),
  },
}
