import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MOST_ASSIGNED, MOST_PAIRS } from '../lib/assignments/assignment'
import { MOST_ATTEMPTS } from '../lib/attempts/attempt'
import { MOST_RETIRED } from '../lib/compare/stored-questions'
import { MOST_SAID } from '../lib/compare/within-bounds'
import { MOST_COMPARED } from '../lib/db/among'
import { LONGEST_QUERY, MOST_IDS } from '../lib/interviews/list/filter-fields'
import { MOST_FORMER } from '../lib/mirror/store/keep-former-scores'
import { MOST_NAMED_FLOWS } from '../lib/search/found-terms'
import { MOST_PHRASES } from '../lib/search/phrases'

const rows = readFileSync('docs/limits.md', 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))

test.each([
  ["what one candidate's answers bring along", MOST_SAID],
  ['questions that are not in the script', MOST_RETIRED],
  ['attempts in one flow', MOST_ATTEMPTS],
  ['what Ribbon said of it before', MOST_FORMER],
  ['interviews that are handed out', MOST_ASSIGNED],
  ['interviews × members', MOST_PAIRS],
  ['characters of a search', LONGEST_QUERY],
  ['ids of one filter', MOST_IDS],
  ['flows named among its words', MOST_NAMED_FLOWS],
  ['words looked for in what is shown', MOST_PHRASES],
  ['ids compared with each row', MOST_COMPARED],
])('the page states as it is: %s', (limit, value) => {
  expect(rows.find((cells) => cells[1] === limit)?.[2]).toBe(value.toLocaleString('en-US'))
})
