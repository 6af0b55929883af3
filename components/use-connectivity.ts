import { useSyncExternalStore } from 'react'
import { connectivity, type Connectivity } from './connectivity'

const ONLINE: Connectivity = { is: 'online' }

export function useConnectivity(): Connectivity {
  return useSyncExternalStore(connectivity.onChange, connectivity.get, () => ONLINE)
}
