import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import { SWRConfig, unstable_serialize } from 'swr'
import { expect, test, vi } from 'vitest'
import { candidateSpeech } from '@/lib/transcript/listening'
import { transcriptVersion } from '@/lib/transcript/version'
import { compactWords } from '@/lib/transcript/words'
import { swrKeys } from '../swr-keys'
import { WordIndex } from '../transcript/word-index'
import { ReviewRoom } from './review-room'
import { INTERVIEW, ROOM, SEGMENTS } from './testing/room'

vi.mock('@/lib/transcript/listening', { spy: true })

test('what there is to listen to is worked out once, and every part of the page has it', () => {
  const words = SEGMENTS.map(({ text }, second) => [{ from: 0, to: text.length, start: second, end: second + 1 }])
  const key = unstable_serialize(swrKeys.words(INTERVIEW.id, transcriptVersion(SEGMENTS)))
  const page = renderToStaticMarkup(
    <AppRouterContext value={{ prefetch() {}, refresh() {} } as never}>
      <SWRConfig value={{ fallback: { [key]: new WordIndex(compactWords(words)) } }}>
        <ReviewRoom {...ROOM} interview={{ ...INTERVIEW, hasVideo: true }} />
      </SWRConfig>
    </AppRouterContext>,
  )
  for (const part of ['0 of 1 answer heard', 'Heard 0:00', 'Listen to: Whole interview']) expect(page).toContain(part)
  expect(candidateSpeech).toHaveBeenCalledTimes(1)
})
