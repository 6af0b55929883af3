import { useIsAlive } from '../../use-is-alive'
import { FIRST_ROWS } from './first-rows'

/** How many rows of each page of a list are drawn: the first ones by the server, and until the browser can use them; then all. */
export function useDrawnRows(): number {
  return useIsAlive() ? Infinity : FIRST_ROWS
}
