import 'server-only'
import { createTransport } from 'nodemailer'
import { env } from '../env'
import { DebriefError } from '../errors'
import type { Job } from '../jobs/job'
import { isLoopback } from '../loopback'
import { mailHtml, mailText, type Mail } from './mail'

/** Milliseconds until the server has to have greeted, until it has to have said something, and until it has to have taken the mail. */
const LIMITS = { greeting: 10_000, silence: 20_000, whole: 60_000 }
const NOTHING_FETCHED = { disableFileAccess: true, disableUrlAccess: true }
/** RFC 5321, 4.2.1: what begins with 5 is not to be sent again as it is. */
const FINAL = 500

export function isMailSetUp(): boolean {
  return env().SMTP_URL !== undefined
}

/** As it is named where something went wrong there; null where no mail is sent. */
export function mailHost(): string | null {
  const { SMTP_URL } = env()
  return SMTP_URL === undefined ? null : new URL(SMTP_URL).hostname
}

/** Throws `mail_refused`, which stays so, `mail_unreachable` and `mail_off`. */
export async function sendMail(mail: Mail, limits = LIMITS): Promise<void> {
  const { MAIL_FROM: from } = env()
  const message = { from, to: mail.to, subject: mail.subject, text: mailText(mail), html: mailHtml(mail) }
  // Who is on holiday tells it to people, not to programs (RFC 3834).
  const headers = { 'auto-submitted': 'auto-generated' }
  await transport(limits)
    .sendMail({ ...message, headers, signal: AbortSignal.timeout(limits.whole), ...NOTHING_FETCHED })
    .catch((cause: unknown) => {
      throw new DebriefError(isRefusal(cause) ? 'mail_refused' : 'mail_unreachable', { cause })
    })
}

/** How a job goes on that sends one mail: five attempts within about three quarters of an hour. */
export const SENDING: Pick<Job, 'atOnce' | 'retryAfter' | 'longestWait' | 'isFinal'> = {
  atOnce: 2,
  retryAfter: (attempts) => [0, 10, 60, 600, 1_800][attempts] ?? null,
  longestWait: () => 1_800,
  isFinal: (error) => error instanceof DebriefError && error.code === 'mail_refused',
}

function transport({ greeting, silence }: typeof LIMITS) {
  const { SMTP_URL } = env()
  if (SMTP_URL === undefined) throw new DebriefError('mail_off')
  const { protocol, hostname, port, username, password, searchParams } = new URL(SMTP_URL)
  const mayBePlain = isLoopback(hostname) || searchParams.get('tls') === 'off'
  const secure = protocol === 'smtps:'
  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    // A link that lets somebody in is not sent where everybody on the way can read it.
    requireTLS: !secure && !mayBePlain,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: greeting,
    greetingTimeout: greeting,
    dnsTimeout: greeting,
    socketTimeout: silence,
  })
}

function isRefusal(cause: unknown): boolean {
  return cause instanceof Error && 'responseCode' in cause && Number(cause.responseCode) >= FINAL
}
