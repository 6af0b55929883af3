import { MessagePage } from '@/components/message-page'

export default function CandidateNotFound() {
  return (
    <MessagePage title="No such interview" text="It does not exist, or it belongs to a team that you are not in." />
  )
}
