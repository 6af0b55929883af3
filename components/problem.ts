import * as z from 'zod/mini'

/** What an answer with an error says, as RFC 9457 has it. */
export const problemSchema = z.object({ title: z.string(), code: z.string(), id: z.string() })
