import { downloadTranscript } from '../../exports/commands'
import { findReadTranscript, listExportedRows } from '../../exports/queries'
import type { StrangerCases } from './stranger-case'

export const EXPORTS: StrangerCases = {
  aboutOne: {
    findReadTranscript,
    downloadTranscript: (of, id) => downloadTranscript(of, id, 'txt'),
  },
  ofAll: {
    listExportedRows: { ask: (of, { interview }) => listExportedRows(of, [interview.id]), nothing: [] },
  },
}
