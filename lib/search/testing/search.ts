import type { Viewer } from '../../auth/viewer'
import { EVERYTHING } from '../../interviews/list/filter'
import { listInterviews } from '../../interviews/list/queries'

/** A team of its own, so that nothing else is found. */
export const team = () => `team_${crypto.randomUUID()}`
export const search = (viewer: Viewer, q: string) => listInterviews(viewer, { ...EVERYTHING, q, limit: 200 })
/** The ids that a search finds. */
export const found = async (viewer: Viewer, q: string) => (await search(viewer, q)).items.map(({ id }) => id)
