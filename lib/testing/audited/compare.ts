import { expect } from 'vitest'
import { giveRating, hideNames, revealNames, withdrawRating, writeAnchors } from '../../compare/commands'
import { whoMay } from '../../db/testing/fixtures'
import type { AuditedCases } from './audited-case'
import { KEY, SCALE } from './scene'

export const COMPARE: AuditedCases = {
  giveRating: {
    does: ({ interviewId, viewer }) => giveRating(viewer, { interviewId, key: KEY }, { rating: 4 }),
    tells: ({ interviewId }) => [
      { code: 'rating.given', about: interviewId, payload: { ratingId: expect.any(String), replaces: null } },
    ],
  },
  'withdrawRating, of none': {
    does: ({ interviewId, viewer }) => withdrawRating(viewer, { interviewId, key: KEY }),
    tells: () => [],
  },
  writeAnchors: {
    does: ({ comparedId, viewer }) =>
      writeAnchors(whoMay(viewer, 'anchors.write'), { flowId: comparedId, key: KEY }, SCALE),
    tells: ({ comparedId }) => [
      { code: 'anchors.written', about: comparedId, payload: { anchorsId: expect.any(String) } },
    ],
  },
  hideNames: {
    does: ({ comparedId, viewer }) => hideNames(whoMay(viewer, 'names.hide'), comparedId, true),
    tells: ({ comparedId }) => [{ code: 'names.hidden', about: comparedId, payload: {} }],
  },
  'hideNames, which are shown': {
    does: ({ comparedId, viewer }) => hideNames(whoMay(viewer, 'names.hide'), comparedId, false),
    tells: () => [],
  },
  'revealNames, which nothing hides': {
    does: ({ comparedId, viewer }) => revealNames(viewer, comparedId),
    tells: () => [],
  },
}
