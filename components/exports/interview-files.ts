import { interviewUrl } from '@/lib/interviews/interview-url'

/** A file of one interview: `label` in a menu, `command` where nothing around it says what it is of. */
export type InterviewFile = { label: string; command: string; url: string }

type Given = { interviewId: string; isTimed: boolean; mayExport: boolean }

/** Those that there are: subtitles need times. */
export function filesOf({ interviewId, isTimed, mayExport }: Given): InterviewFile[] {
  const file = (name: string, label: string, command: string) => ({
    label,
    command,
    url: interviewUrl(interviewId, name),
  })
  return [
    file('transcript.txt', 'Transcript as text', 'Download the transcript as text'),
    ...(isTimed
      ? [
          file('transcript.vtt', 'Subtitles, WebVTT', 'Download subtitles as WebVTT'),
          file('transcript.srt', 'Subtitles, SRT', 'Download subtitles as SRT'),
        ]
      : []),
    ...(mayExport ? [file('record.json', 'All that you see, JSON', 'Download all that you see as JSON')] : []),
  ]
}
