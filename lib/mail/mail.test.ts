import { expect, test } from 'vitest'
import { mailHtml, mailText, type Mail } from './mail'

const mail: Mail = {
  to: 'ada@example.com',
  subject: 'Join',
  parts: ['<b>Eve</b> & "Co" invites you.', { link: 'https://debrief.example/invite/a-b_c' }],
}

test('a mail is a line for each part, and its link stands by itself to be copied', () => {
  expect(mailText(mail)).toBe('<b>Eve</b> & "Co" invites you.\n\nhttps://debrief.example/invite/a-b_c\n')
})

test('what somebody is called is no markup, and nothing in it is fetched', () => {
  const html = mailHtml(mail)
  expect(html).toContain('&lt;b&gt;Eve&lt;/b&gt; &amp; &quot;Co&quot; invites you.')
  expect(html).toContain('<a href="https://debrief.example/invite/a-b_c">')
  expect(html).not.toMatch(/<(img|link|script|style|iframe)|\bsrc=|url\(/)
})
