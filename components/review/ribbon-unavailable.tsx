import { MessagePage } from '../ui/message-page'

/** For an interview that is not mirrored yet. */
export function RibbonUnavailable({ reason }: { reason: string }) {
  return (
    <MessagePage
      title="This interview is not here yet"
      text={`${reason} Everything that Debrief has read before still works; open this link again in a few minutes.`}
    />
  )
}
