import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readAuditSearch } from './admin/audit/audit-search.ts'
import { readFenceSearch } from './admin/fences/fence-search.ts'
import { readRuleSearch } from './admin/rules/rule-search.ts'
import { MissingPage } from './atlas/MissingPage.tsx'
import { parseSearch, readSearch, stringifySearch } from './atlas/search-params.ts'
import { readCaseSearch } from './cases/list/case-search.ts'
import { readDispatchSearch } from './dispatch/dispatch-search.ts'
import { readEvaluationSearch } from './evaluation/evaluation-search.ts'
import { readPlanSearch } from './plan/plan-search.ts'
import { WallGuard } from './wall/endure/WallGuard.tsx'

/** The list of screens. Each comes in a file of its own: the map loads no forms, and a form no map. */
const root = createRootRoute({ notFoundComponent: MissingPage })

const atlas = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./atlas/AtlasPage.tsx'), 'AtlasPage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } => (typeof to === 'string' ? { to } : {}),
  component: lazyRouteComponent(() => import('./sign-in/SignInPage.tsx'), 'SignInPage'),
})

/** The desk: every workspace under its bar. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: lazyRouteComponent(() => import('./console/ConsoleFrame.tsx'), 'ConsoleFrame'),
})

const cases = createRoute({
  getParentRoute: () => desk,
  path: '/cases',
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import('./cases/list/CasesPage.tsx'), 'CasesPage'),
})

const dispatch = createRoute({
  getParentRoute: () => desk,
  path: '/dispatch',
  validateSearch: readDispatchSearch,
  component: lazyRouteComponent(() => import('./dispatch/DispatchPage.tsx'), 'DispatchPage'),
})

const handover = createRoute({
  getParentRoute: () => desk,
  path: '/dispatch/handover',
  validateSearch: ({ id }: Record<string, unknown>): { id?: string } => (typeof id === 'string' ? { id } : {}),
  component: lazyRouteComponent(() => import('./dispatch/handover/HandoverPage.tsx'), 'HandoverPage'),
})

const newCase = createRoute({
  getParentRoute: () => desk,
  path: '/cases/new',
  validateSearch: ({ at, thing }: Record<string, unknown>): { at?: string; thing?: string } => ({
    ...(typeof at === 'string' ? { at } : {}),
    ...(typeof thing === 'string' ? { thing } : {}),
  }),
  component: lazyRouteComponent(() => import('./cases/intake/IntakePage.tsx'), 'IntakePage'),
})

const oneCase = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$number',
  component: lazyRouteComponent(() => import('./cases/page/CasePage.tsx'), 'CasePage'),
})

const account = createRoute({
  getParentRoute: () => desk,
  path: '/me',
  component: lazyRouteComponent(() => import('./me/AccountPage.tsx'), 'AccountPage'),
})

const evaluation = createRoute({
  getParentRoute: () => desk,
  path: '/evaluation',
  validateSearch: readEvaluationSearch,
  component: lazyRouteComponent(() => import('./evaluation/EvaluationPage.tsx'), 'EvaluationPage'),
})

const plan = createRoute({
  getParentRoute: () => desk,
  path: '/plan',
  validateSearch: readPlanSearch,
  component: lazyRouteComponent(() => import('./plan/PlanPage.tsx'), 'PlanPage'),
})

/** What is set up: each page of it in a file of its own. */
const admin = createRoute({
  getParentRoute: () => desk,
  path: '/admin',
  component: lazyRouteComponent(() => import('./admin/AdminFrame.tsx'), 'AdminFrame'),
})

const people = createRoute({
  getParentRoute: () => admin,
  path: '/people',
  validateSearch: ({ person }: Record<string, unknown>): { person?: string } =>
    typeof person === 'string' ? { person } : {},
  component: lazyRouteComponent(() => import('./admin/people/PeoplePage.tsx'), 'PeoplePage'),
})

const screens = createRoute({
  getParentRoute: () => admin,
  path: '/screens',
  component: lazyRouteComponent(() => import('./admin/screens/ScreensPage.tsx'), 'ScreensPage'),
})

const rules = createRoute({
  getParentRoute: () => admin,
  path: '/rules',
  validateSearch: readRuleSearch,
  component: lazyRouteComponent(() => import('./admin/rules/RulesPage.tsx'), 'RulesPage'),
})

const crews = createRoute({
  getParentRoute: () => admin,
  path: '/crews',
  validateSearch: ({ crew }: Record<string, unknown>): { crew?: string } => (typeof crew === 'string' ? { crew } : {}),
  component: lazyRouteComponent(() => import('./admin/crews/CrewsPage.tsx'), 'CrewsPage'),
})

const fences = createRoute({
  getParentRoute: () => admin,
  path: '/fences',
  validateSearch: readFenceSearch,
  component: lazyRouteComponent(() => import('./admin/fences/FencesPage.tsx'), 'FencesPage'),
})

const audit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./admin/audit/AuditPage.tsx'), 'AuditPage'),
})

const scenes = createRoute({
  getParentRoute: () => admin,
  path: '/scenes',
  validateSearch: ({ scene }: Record<string, unknown>): { scene?: string } =>
    typeof scene === 'string' ? { scene } : {},
  component: lazyRouteComponent(() => import('./admin/scenes/ScenesPage.tsx'), 'ScenesPage'),
})

/** The commander's, on a phone. */
const remote = createRoute({
  getParentRoute: () => root,
  path: '/remote',
  component: lazyRouteComponent(() => import('./remote/RemotePage.tsx'), 'RemotePage'),
})

const wall = createRoute({
  getParentRoute: () => root,
  path: '/wall',
  component: WallGuard,
})

const desks = [
  dispatch,
  handover,
  cases,
  newCase,
  oneCase,
  account,
  evaluation,
  plan,
  admin.addChildren([people, screens, scenes, rules, crews, fences, audit]),
] as const

export const router = createRouter({
  routeTree: root.addChildren([atlas, signIn, wall, remote, desk.addChildren(desks)]),
  parseSearch,
  stringifySearch,
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
