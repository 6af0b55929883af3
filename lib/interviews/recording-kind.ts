export const RECORDING_KINDS = ['audio', 'video'] as const
export type RecordingKind = (typeof RECORDING_KINDS)[number]

export function isRecordingKind(value: string): value is RecordingKind {
  return RECORDING_KINDS.some((kind) => kind === value)
}
