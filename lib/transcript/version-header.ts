/** Of an answer with the times of the words: which version of the transcript they belong to. */
export const TRANSCRIPT_VERSION_HEADER = 'x-debrief-transcript'
