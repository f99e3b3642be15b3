import { expect, test } from 'vitest'
import { testCity } from '../../support/test-city.ts'

interface Operation {
  summary?: string
  parameters?: { name: string; in: string; required?: boolean; schema: unknown }[]
  responses: Record<string, { content?: Record<string, { schema?: unknown }> }>
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

const read = async (): Promise<{ document: Document; routes: { method: string; path: string }[] }> => {
  const city = await testCity()
  const document: Document = await city.json('/openapi.json')
  return { document, routes: city.app.routes }
}

/** How a route of the framework is written in the document. */
const documented = (path: string): string => path.replace(/:(\w+)/g, '{$1}')
/** Pages and files for people, and the document itself. */
const UNDOCUMENTED = ['/docs', '/docs/:file', '/openapi.json', '/*']

test('every route is in the document, and everything in the document is a route', async () => {
  const { document, routes } = await read()
  const paths = routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path)
  const wanted = [...new Set(paths)].filter((path) => !UNDOCUMENTED.includes(path)).map(documented)
  expect(Object.keys(document.paths).sort()).toEqual(wanted.sort())
  expect(wanted).toContain('/tiles/{layer}/{z}/{x}/{y}.mvt')
  expect(wanted).toContain('/api/layers/{layer}/features')
})

test('each operation says what it does, its parameters and its refusals', async () => {
  const { document } = await read()
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path: `${method} ${path}`, operation })),
  )
  for (const { path, operation } of operations) {
    expect(operation.summary, path).toBeTruthy()
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = operation.parameters?.filter((parameter) => parameter.in === 'path') ?? []
    expect(declared.map(({ name }) => name).sort(), path).toEqual(named.sort())
    expect(
      declared.every(({ required }) => required),
      path,
    ).toBe(true)
    expect(Object.keys(operation.responses), path).toContain('400')
    const success = operation.responses['200']?.content ?? {}
    expect(
      Object.values(success).every(({ schema }) => schema),
      path,
    ).toBe(true)
  }
})

test('every reference in the document leads somewhere', async () => {
  const { document } = await read()
  expect(document.openapi).toBe('3.1.0')
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
  expect(references.length).toBeGreaterThan(20)
  for (const [, name] of references) expect(document.components.schemas).toHaveProperty(String(name))
  expect(Object.keys(document.components.schemas)).toEqual(
    expect.arrayContaining(['Case', 'City', 'LayerPicture', 'Problem']),
  )
})

test('the documentation page and all it loads are from the own host', async () => {
  const city = await testCity()
  const page = await (await city.get('/docs')).text()
  const loaded = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => String(address))
  expect(loaded).toContain('/docs/swagger-ui-bundle.js')
  for (const address of loaded) {
    expect(address, address).toMatch(/^\/[a-z]/)
    expect((await city.get(address)).status, address).toBe(200)
  }
  expect(page).not.toMatch(/<script>|style=|onload=/)
  expect(await city.refusal('/docs/index.html')).toMatchObject({ status: 404 })
})
