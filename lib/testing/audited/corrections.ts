import { expect } from 'vitest'
import { correctTranscript, withdrawCorrection } from '../../corrections/commands'
import type { AuditedCases } from './audited-case'
import { CORRECTION } from './scene'

export const CORRECTIONS: AuditedCases = {
  correctTranscript: {
    does: ({ interviewId, noteId, viewer }) =>
      correctTranscript(viewer, { interviewId, correctionId: noteId }, { ...CORRECTION, replacement: 'planned' }),
    tells: ({ interviewId, noteId, correctionId }) => [
      { code: 'correction.replaced', about: interviewId, payload: { correctionId, by: noteId } },
      { code: 'correction.made', about: interviewId, payload: { correctionId: noteId } },
    ],
  },
  'correctTranscript, its author’s newer words': {
    does: ({ interviewId, correctionId, viewer }) =>
      correctTranscript(viewer, { interviewId, correctionId }, { ...CORRECTION, replacement: 'planned' }),
    tells: ({ interviewId, correctionId }) => [
      {
        code: 'correction.replaced',
        about: interviewId,
        payload: { correctionId: expect.any(String), by: correctionId },
      },
      { code: 'correction.made', about: interviewId, payload: { correctionId } },
    ],
  },
  'correctTranscript, back to what it says': {
    does: ({ interviewId, noteId, viewer }) =>
      correctTranscript(viewer, { interviewId, correctionId: noteId }, { ...CORRECTION, replacement: 'ran' }),
    tells: ({ interviewId, correctionId }) => [
      { code: 'correction.withdrawn', about: interviewId, payload: { correctionId } },
    ],
  },
  withdrawCorrection: {
    does: ({ interviewId, correctionId, viewer }) => withdrawCorrection(viewer, { interviewId, correctionId }),
    tells: ({ interviewId, correctionId }) => [
      { code: 'correction.withdrawn', about: interviewId, payload: { correctionId } },
    ],
  },
}
