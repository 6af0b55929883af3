import { z } from 'zod'

/** Whether a flow wants its candidates compared without their names. */
export const namesSwitch = z.object({ hidden: z.boolean() })
