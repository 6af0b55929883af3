/** Milliseconds between two looks at whether all that an open page shows may still be seen. */
export const GONE_POLL_MS = 15_000
