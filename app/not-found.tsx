import { connection } from 'next/server'
import { MessagePage } from '@/components/ui/message-page'

/** Rendered on request, since its scripts need the request's nonce. */
export default async function NotFound() {
  await connection()
  return <MessagePage title="Nothing here" text="The address is wrong, or what it led to is gone." />
}
