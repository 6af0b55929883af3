import { DrawnFor } from '@/components/drawn-for'
import { MessagePage } from '@/components/ui/message-page'
import { findViewer } from '@/lib/auth/viewer'

export default async function CandidateNotFound() {
  const viewer = await findViewer()
  return (
    <DrawnFor memberId={viewer?.memberId ?? null}>
      <MessagePage title="No such interview" text="It does not exist, or it belongs to a team that you are not in." />
    </DrawnFor>
  )
}
