import type { Webhooks } from '@/lib/connection/connection'

/** Whether what is finished arrives by itself: that webhooks could be checked says nothing of whether Ribbon sends any. */
export function arrivalWords({ isOn, recent, flows }: Webhooks): string {
  if (!isOn) {
    return 'webhooks off: set RIBBON_WEBHOOK_SECRET on the server, and this address at Ribbon, to get what is finished at once'
  }
  const haveCome = recent.length > 0 || flows.shown.some(({ lastHeardAt }) => lastHeardAt !== null)
  return haveCome
    ? 'webhooks come, so that what is finished is here at once'
    : 'no webhook has come yet: enter this address at Ribbon to get what is finished at once'
}
