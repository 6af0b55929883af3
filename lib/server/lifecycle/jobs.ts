import 'server-only'
import { forgettingReads } from '../../audit/forget-reads-job'
import { keepingHead } from '../../audit/keep-head'
import { sealing } from '../../audit/sealing-job'
import { forgetEnded } from '../../jobs/forget'
import type { Job } from '../../jobs/job'
import { sendingInvitation } from '../../invitations/mail-job'
import { forgetFormerScopes } from '../../members/forget-former-scopes'
import { pulling } from '../../mirror/pull/job'
import { reindexing } from '../../mirror/reindex-job'
import { sendingPasswordLink } from '../../password-links/mail-job'
import { fillingFacts } from '../../review/fill-facts-job'
import { fetchAnnounced, forgetDeliveries } from '../../webhooks/jobs'
import { forgettingSignIns } from './forget-sign-ins-job'

/** Every kind of work that a replica does in the background. */
export const JOBS: Job[] = [
  ...[pulling, fetchAnnounced, forgetDeliveries, forgetEnded, forgetFormerScopes, reindexing, fillingFacts],
  ...[sendingInvitation, sendingPasswordLink, forgettingSignIns],
  ...[sealing, keepingHead, forgettingReads],
]
