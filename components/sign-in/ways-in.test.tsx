import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { WaysIn } from './ways-in'

const SENTENCE = 'A password alone does not let you in here.'

test.each([
  [false, true],
  [true, true],
  [true, false],
])(
  'why somebody was not let in is said once, with single sign-on: %s, with passwords: %s',
  (hasSingleSignOn, hasPasswords) => {
    const html = renderToStaticMarkup(
      <WaysIn
        {...{ hasSingleSignOn, hasPasswords, failure: SENTENCE }}
        next="/review"
        address="https://debrief.example"
        hasPasskeys
      />,
    )
    expect(html.split(SENTENCE)).toHaveLength(2)
  },
)
