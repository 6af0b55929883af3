import { useSyncExternalStore } from 'react'
import { connectivity, type Connectivity, ONLINE } from './connectivity'

export function useConnectivity(): Connectivity {
  return useSyncExternalStore(connectivity.onChange, connectivity.get, () => ONLINE)
}
