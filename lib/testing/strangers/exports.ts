import { findReadTranscript, listExportedRows } from '../../exports/queries'
import type { StrangerCases } from './stranger-case'

export const EXPORTS: StrangerCases = {
  aboutOne: {
    findReadTranscript,
  },
  ofAll: {
    listExportedRows: { ask: (of, { interview }) => listExportedRows(of, [interview.id]), nothing: [] },
  },
}
