import 'server-only'
import { ping } from '../ribbon/client'

/** Whether Ribbon answers by now, whatever it said of one item: then that says something of the item alone. */
export function isRibbonWell(): Promise<boolean> {
  return ping().then(
    () => true,
    () => false,
  )
}
