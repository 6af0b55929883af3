import { z } from 'zod'
import { legible } from '../text/legible'
import { TEXT_LIMITS } from './limits'
import { id, textUpTo } from './wire'

export type RibbonTeam = { id: string; name: string }

export const ribbonTeam = z.object({
  id,
  name: textUpTo(TEXT_LIMITS.name)
    .transform((name) => legible(name) ?? '')
    .catch(''),
})
