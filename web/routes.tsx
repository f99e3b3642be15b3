import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { AtlasPage } from './atlas/AtlasPage.tsx'
import { MissingPage } from './atlas/MissingPage.tsx'
import { parseSearch, readSearch, stringifySearch } from './atlas/search-params.ts'

/** The list of screens. */
const root = createRootRoute({ notFoundComponent: MissingPage })

const atlas = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readSearch,
  component: AtlasPage,
})

export const router = createRouter({
  routeTree: root.addChildren([atlas]),
  parseSearch,
  stringifySearch,
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
