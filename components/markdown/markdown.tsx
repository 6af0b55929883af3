import type { ComponentType } from 'react'
import { OutsideLink } from '../ui/outside-link'
import type { MarkdownElement, MarkdownNode } from './markdown-node'
import { TaskMark } from './task-mark'

type Cite = ComponentType<{ segment: number; offset: number }>

type Props = { nodes: MarkdownNode[]; cite?: Cite | undefined }

/** Elements only, never HTML; links leave without telling where from. `cite` draws what leads to a place of the transcript. */
export function Markdown({ nodes, cite }: Props) {
  // They never move: a text that changes is read anew.
  return nodes.map((node, index) =>
    typeof node === 'string' ? node : <Element key={index} element={node} cite={cite} />,
  )
}

function Element({ element, cite: Cite }: { element: MarkdownElement; cite: Cite | undefined }) {
  if (element.kind === 'cite') return Cite && <Cite segment={element.segment} offset={element.offset} />
  const children = element.children.length > 0 && <Markdown nodes={element.children} cite={Cite} />
  switch (element.kind) {
    case 'heading':
      return element.level > 4 ? (
        <h3 className="mt-4 mb-1 text-sm font-medium text-muted first:mt-0">{children}</h3>
      ) : (
        <h2 className="mt-5 mb-1 text-sm font-semibold first:mt-0">{children}</h2>
      )
    case 'p':
      return <p className="my-[0.5em] whitespace-pre-line first:mt-0 last:mb-0">{children}</p>
    case 'ul':
      return <ul className="my-[0.5em] list-disc space-y-[0.25em] ps-[1.4em] marker:text-faint">{children}</ul>
    case 'ol':
      return (
        <ol
          start={element.start}
          className="my-[0.5em] list-decimal space-y-[0.25em] ps-[1.8em] marker:text-faint marker:numeric"
        >
          {children}
        </ol>
      )
    case 'li':
      return (
        <li className={element.task ? 'relative list-none' : ''}>
          {element.task && <TaskMark task={element.task} />}
          {children}
        </li>
      )
    case 'blockquote':
      return <blockquote className="my-[0.5em] border-s-2 border-line ps-3">{children}</blockquote>
    case 'pre':
      return <pre className="my-[0.5em] rounded-md bg-hover px-3 py-2 text-xs whitespace-pre-wrap">{children}</pre>
    case 'hr':
      return <hr className="my-4 border-line" />
    case 'br':
      return <br />
    case 'a':
      return <OutsideLink href={element.href}>{children}</OutsideLink>
    case 'mention':
      return <span className="rounded-sm bg-accent-soft px-0.5 font-medium">{children}</span>
    case 'code':
      return <code className="rounded bg-hover px-1 text-[0.88em]">{children}</code>
    case 'table':
      return (
        <div
          role="region"
          aria-label="Table"
          tabIndex={0}
          className="my-[0.75em] overflow-x-auto print:overflow-visible"
        >
          <table className="min-w-full text-sm wrap-break-word">{children}</table>
        </div>
      )
    case 'th':
      return (
        <th
          className={`border-b border-edge py-1.5 pe-4 align-bottom font-medium text-muted ${SIDES[element.align ?? 'start']}`}
        >
          {children}
        </th>
      )
    case 'td':
      return (
        <td className={`border-b border-line py-1.5 pe-4 align-top numeric ${SIDES[element.align ?? 'start']}`}>
          {children}
        </td>
      )
    default: {
      const Tag = element.kind
      return <Tag>{children}</Tag>
    }
  }
}

const SIDES = { start: 'text-start', left: 'text-left', center: 'text-center', right: 'text-right' }
