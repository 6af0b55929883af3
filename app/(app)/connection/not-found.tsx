import { DrawnFor } from '@/components/drawn-for'
import { MessagePage } from '@/components/ui/message-page'
import { findViewer } from '@/lib/auth/viewer'

/** To anybody but an admin. Here, since what stands further up was drawn with the shell, for whoever was signed in then. */
export default async function ConnectionNotFound() {
  const viewer = await findViewer()
  return (
    <DrawnFor memberId={viewer?.memberId ?? null}>
      <MessagePage title="Nothing here" text="The address is wrong, or what it led to is gone." />
    </DrawnFor>
  )
}
