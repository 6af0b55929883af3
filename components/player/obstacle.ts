/** Why it does not play, or a place cannot be gone to: the browser or the network lets nobody, or the browser knows of no such place. */
export type Obstacle =
  | { is: 'forbidden' }
  /** All of the recording is on its way; the percentage is null where its size is not known. */
  | { is: 'loading'; percent: number | null }
  | { is: 'too-large' }
  | { is: 'failed' }
  /** Seconds. */
  | { is: 'out-of-reach'; time: number; end: number }
  /** Before the transcript does, in seconds. */
  | { is: 'ended-early'; time: number; end: number }
