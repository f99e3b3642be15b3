import { expect, test } from 'vitest'
import { type BuildList, entryOf, wallFiles } from '../../../../web/wall/endure/wall-files.ts'

const LIST: BuildList = {
  'index.html': {
    file: 'assets/index-1.js',
    css: ['assets/index-1.css'],
    imports: ['_react.js'],
    dynamicImports: ['wall/WallPage.tsx', 'sign-in/SignInPage.tsx'],
  },
  '_react.js': { file: 'assets/react-1.js' },
  'wall/WallPage.tsx': {
    file: 'assets/WallPage-1.js',
    css: ['assets/WallPage-1.css'],
    imports: ['_react.js', 'index.html', '_map.js'],
    dynamicImports: ['wall/panels/later.tsx'],
  },
  '_map.js': { file: 'assets/map-1.js', assets: ['assets/map-worker-1.js', 'assets/noto-1.woff2'] },
  'wall/panels/later.tsx': { file: 'assets/later-1.js', imports: ['_map.js'] },
  'sign-in/SignInPage.tsx': { file: 'assets/SignInPage-1.js' },
}

test('a wall is made of the page, of its own files with what it may load later, and of its workers', () => {
  expect(wallFiles(LIST)).toEqual([
    ...['/assets/WallPage-1.css', '/assets/WallPage-1.js', '/assets/index-1.css', '/assets/index-1.js'],
    ...['/assets/later-1.js', '/assets/map-1.js', '/assets/map-worker-1.js', '/assets/react-1.js'],
  ])
})

test('the page begins with one script, and a list of something else has none', () => {
  expect(entryOf(LIST)).toBe('assets/index-1.js')
  expect(entryOf({})).toBeUndefined()
})
