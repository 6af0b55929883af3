'use client'

import Markdown, { type Components } from 'react-markdown'
import { OutsideLink } from '../ui/outside-link'

const ALLOWED = ['p', 'strong', 'em', 'del', 'ul', 'ol', 'li', 'code', 'blockquote', 'a', 'br']

const ELEMENTS: Components = {
  p: ({ children }) => <p className="my-1 whitespace-pre-line first:mt-0 last:mb-0">{children}</p>,
  ul: ({ children }) => <ul className="my-1 list-disc ps-4">{children}</ul>,
  ol: ({ children }) => <ol className="my-1 list-decimal ps-4">{children}</ol>,
  code: ({ children }) => <code className="rounded bg-hover px-1 text-xs">{children}</code>,
  blockquote: ({ children }) => <blockquote className="my-1 border-s-2 border-line ps-2">{children}</blockquote>,
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
}

/** Light Markdown: what is more than that is its text. */
export function NoteBody({ body }: { body: string }) {
  return (
    <div dir="auto" className="wrap-anywhere">
      <Markdown allowedElements={ALLOWED} unwrapDisallowed components={ELEMENTS}>
        {body}
      </Markdown>
    </div>
  )
}
