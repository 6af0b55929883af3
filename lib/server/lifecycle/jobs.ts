import 'server-only'
import { sealing } from '../../audit/sealing-job'
import { forgetEnded } from '../../jobs/forget'
import type { Job } from '../../jobs/job'
import { fetchAnnounced, forgetDeliveries } from '../../webhooks/jobs'

/** Every kind of work that a replica does in the background. */
export const JOBS: Job[] = [fetchAnnounced, forgetDeliveries, forgetEnded, sealing]
