import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom: the table of the design, as a table. A path is relative to the repository; `npm:` is a library.
 *  The first row whose `of` matches a file decides; a file that no row matches is itself a fault. */
const nouns =
  '(layers|assets|audit|cases|inspections|areas|people|screens|crews|geofences|handovers|plans|complainants|photos|retention|deadlines|readings|lighting|drains|landfills|replacement|parking|waste|live|search|basemap|codes|catalogue|health|roads|spots|coverage|drafts|walls|census)'
const RULES: { of: RegExp; may: RegExp }[] = [
  { of: /^server\/contract\//, may: /^(npm:(zod|@casl\/ability)|server\/contract\/)/ },
  { of: /^server\/store\//, may: /^(npm:|node:|server\/(contract|store)\/|server\/settings)/ },
  { of: /^server\/city\//, may: /^(npm:|node:|server\/(contract|city)\/)/ },
  {
    of: /^server\/insight\/.*routes\.ts$/,
    may: /^(npm:|node:|server\/(contract|insight|http|city|cases|inspections|store)\/)/,
  },
  { of: /^server\/insight\//, may: /^(npm:|node:|server\/(contract|insight)\/)/ },
  {
    of: /^server\/plans\//,
    may: new RegExp(`^(npm:|node:|server/(contract|http|store|city|insight/day-plan|${nouns})/)`),
  },
  {
    of: /^server\/spots\/(?!.*-store\.ts)/,
    may: new RegExp(`^(npm:|node:|server/(contract|http|store|city|insight/(evaluation|spots)|${nouns})/)`),
  },
  {
    of: /^server\/(coverage|drafts)\//,
    may: new RegExp(`^(npm:|node:|server/(contract|http|store|city|insight/(coverage|thread)|${nouns})/)`),
  },
  {
    of: /^server\/census\//,
    may: new RegExp(`^(npm:|node:|server/(contract|http|store|city|insight/(census|spots)|${nouns})/)`),
  },
  {
    of: /^server\/walls\//,
    may: new RegExp(`^(npm:|node:|server/(contract|http|store|city|insight/(evaluation|landfill|wall)|${nouns})/)`),
  },
  {
    of: /^server\/(lighting|drains|landfills|replacement|parking|waste|readings)\/(?!.*-store\.ts$)/,
    may: new RegExp(
      `^(npm:|node:|server/(contract|http|store|city|insight/(lighting|drains|landfill|replacement|parking|waste|thread)|${nouns})/)`,
    ),
  },
  { of: /^server\/http\//, may: /^(npm:|node:|server\/(contract|http)\/|server\/settings)/ },
  {
    of: new RegExp(`^server/${nouns}/.*-store\\.ts$`),
    may: /^(npm:kysely|node:|server\/(contract|store)\/|server\/[a-z]+\/[a-z-]+-of\.ts)/,
  },
  {
    of: new RegExp(`^server/${nouns}/(.*-)?routes\\.ts$`),
    may: new RegExp(`^(npm:|node:|server/(contract|http|city|store|${nouns})/)`),
  },
  {
    of: new RegExp(`^server/${nouns}/`),
    may: new RegExp(`^(npm:|node:|server/(contract|store|city|${nouns})/(?!.*routes))`),
  },
  {
    of: /^server\/gateways\//,
    may: new RegExp(`^(npm:|node:|server/(contract|store|gateways|${nouns})/(?!.*routes)|data/)`),
  },
  {
    of: /^server\/demo\//,
    may: new RegExp(`^(npm:|node:|server/(contract|store|city|demo|${nouns})/(?!.*routes)|data/)`),
  },
  { of: /^server\/docs\//, may: /^(npm:|node:|server\/(contract|http)\/)/ },
  { of: /^server\/app\.ts$/, may: /^(npm:|node:|server\/)/ },
  { of: /^server\/[a-z-]+\.ts$/, may: /^(npm:|node:|server\/|data\/)/ },
  { of: /^data\//, may: /^(npm:|node:|data\/)/ },
  { of: /^web\/ui\//, may: /^(npm:|web\/(ui|theme|icons)\/)/ },
  { of: /^web\/(theme|icons|i18n)\//, may: /^(npm:|server\/contract\/|web\/(theme|icons|i18n)\/)/ },
  { of: /^web\/charts\//, may: /^(npm:|server\/contract\/|web\/(charts|theme|ui|format))/ },
  { of: /^web\/live\//, may: /^(npm:|server\/contract\/|web\/live\/)/ },
  { of: /^web\/me\//, may: /^(npm:|server\/contract\/|web\/(me|api|format|i18n|live|ui|theme|refused))/ },
  {
    of: /^web\/console\//,
    may: /^(npm:|server\/contract\/|web\/(console|api|format|live|map|use-map-words|me|ui|theme|icons|i18n|refused))/,
  },
  {
    of: /^web\/case\//,
    may: /^(npm:|server\/contract\/|web\/(case\/|console|api|format|live|map|use-map-words|me|ui|theme|icons|i18n|refused))/,
  },
  { of: /^web\/map\//, may: /^(npm:|server\/contract\/|web\/(map|ui|theme|icons)\/)/ },
  {
    of: /^web\/(wall|atlas)\//,
    may: /^(npm:(?!antd)|server\/contract\/|web\/(SELF|api|format|live|map|use-map-words|me|charts|ui|theme|icons|i18n))/,
  },
  {
    of: /^web\/remote\//,
    may: /^(npm:(?!antd)|server\/contract\/|web\/(SELF|console\/use-|api|format|live|me|ui|theme|icons|i18n|refused))/,
  },
  {
    of: /^web\/(dispatch|plan|field|admin|evaluation|cases|sign-in)\//,
    may: /^(npm:|server\/contract\/|web\/(SELF|case\/|console|api|format|live|map|use-map-words|me|charts|ui|theme|icons|i18n|refused))/,
  },
  { of: /^web\/[A-Za-z-]+\.tsx?$/, may: /^(npm:|server\/contract\/|web\/)/ },
  { of: /^(test\/|vite\.config\.ts$)/, may: /./ },
]

const SOURCE = /\.tsx?$/
const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (name === 'node_modules' || name === 'dist') return []
    return statSync(path).isDirectory() ? filesUnder(path) : SOURCE.test(name) ? [path] : []
  })

const importsOf = (path: string): string[] => {
  const text = readFileSync(path, 'utf8')
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g,
  )
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

const targetOf = (path: string, specifier: string): string => {
  if (specifier.startsWith('node:')) return specifier
  if (specifier.startsWith('.')) return normalize(join(dirname(path), specifier))
  return `npm:${specifier}`
}

/** Faults in words: which import of which file no rule allows. */
function faultsOf(path: string, specifiers: string[]): string[] {
  const rule = RULES.find(({ of }) => of.test(path))
  if (!rule) return [`${path}: no rule names this place`]
  const workspace = path.split('/')[1] ?? ''
  const may = new RegExp(rule.may.source.replace('SELF', workspace))
  return specifiers
    .map((specifier) => targetOf(path, specifier))
    .filter((target) => !may.test(target) || target.startsWith('test/'))
    .filter(() => !path.startsWith('test/') && path !== 'vite.config.ts')
    .map((target) => `${path} may not import ${target}`)
}

test('every import keeps to the table of the design', () => {
  const files = ['server', 'web', 'data'].flatMap(filesUnder).map((path) => relative('.', path))
  expect(files.length).toBeGreaterThan(10)
  expect(files.flatMap((path) => faultsOf(path, importsOf(path)))).toEqual([])
})

test('the table refuses what it should', () => {
  expect(faultsOf('server/contract/geo.ts', ['../store/open-store.ts'])).toHaveLength(1)
  expect(faultsOf('server/city/city.ts', ['../assets/asset-store.ts'])).toHaveLength(1)
  expect(faultsOf('web/map/city-map.ts', ['../atlas/AtlasPage.tsx'])).toHaveLength(1)
  expect(faultsOf('web/wall/WallPage.tsx', ['../dispatch/Queue.tsx'])).toHaveLength(1)
  expect(faultsOf('web/atlas/AtlasPage.tsx', ['../../server/assets/asset-store.ts'])).toHaveLength(1)
  expect(faultsOf('web/atlas/AtlasPage.tsx', ['antd'])).toHaveLength(1)
  expect(faultsOf('web/console/ConsoleFrame.tsx', ['../cases/list/CasesPage.tsx'])).toHaveLength(1)
  expect(faultsOf('web/case/Timeline.tsx', ['../cases/page/CasePage.tsx'])).toHaveLength(1)
  expect(faultsOf('web/dispatch/case/DeskCasePanel.tsx', ['../../cases/page/CasePage.tsx'])).toHaveLength(1)
  expect(faultsOf('server/assets/write-assets.ts', ['./routes.ts'])).toHaveLength(1)
  expect(faultsOf('data/cities/suo/make-town.ts', ['../../../server/contract/geo.ts'])).toHaveLength(1)
  expect(faultsOf('server/cases/case-store.ts', ['better-sqlite3'])).toHaveLength(1)
  expect(
    faultsOf('web/atlas/AtlasPage.tsx', ['./LayerPanel.tsx', '../map/CityMap.tsx', '../../server/contract/layer.ts']),
  ).toEqual([])
})
