import { expect, test } from 'vitest'
import { ownPath, signInAddress } from '../../../web/me/own-path.ts'
import { workspacesOf } from '../../../web/me/workspaces.ts'

test.each([
  ['/cases', '/cases'],
  ['/cases/20260501-0001?a=b#c', '/cases/20260501-0001?a=b#c'],
  ['/', '/'],
])('behind the sign-in %s leads to %s', (asked, path) => {
  expect(ownPath(asked)).toBe(path)
})

test.each([
  ['https://elsewhere.example/'],
  ['//elsewhere.example/'],
  ['/\\elsewhere.example'],
  ['\\\\elsewhere.example'],
  ['javascript:alert(1)'],
  ['/\t/elsewhere.example'],
  ['/sign-in?to=/cases'],
  [undefined],
  [7],
])('behind the sign-in %s leads to the map', (asked) => {
  expect(ownPath(asked)).toBe('/')
})

test('a page sends its person to sign in and has them back', () => {
  expect(signInAddress('/cases?mine=yes')).toBe('/sign-in?to=/cases%3Fmine%3Dyes')
  expect(signInAddress('/')).toBe('/sign-in')
})

test('a guest goes where guests read, and who has a post where the post does', () => {
  const ids = (roles: string[] | null, guests: string[]) =>
    workspacesOf(roles === null ? null : { roles: roles as never }, guests).map(({ id }) => id)
  expect(ids(null, [])).toEqual([])
  expect(ids(null, ['map'])).toEqual(['map'])
  expect(ids(['acceptor'], [])).toEqual(expect.arrayContaining(['map', 'cases']))
  expect(ids(['supervisor'], [])).toContain('dispatch')
  expect(ids(['acceptor', 'crew'], ['map', 'case', 'crew'])).not.toContain('dispatch')
})
