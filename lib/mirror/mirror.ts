import 'server-only'
import { fetchInterview } from '../ribbon/client'
import { storeInterview } from './store-interview'

/** Fetches one interview from Ribbon and stores it. Throws the `ribbon_…` codes; what is stored stays as it was then. */
export async function mirrorInterview(id: string): Promise<void> {
  await storeInterview(await fetchInterview(id))
}
