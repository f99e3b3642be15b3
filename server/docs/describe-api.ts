import type { OpenAPIHono } from '@hono/zod-openapi'

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>

/** `{y.mvt}` is how a route here says 'the segment, extension and all'; the document says `{y}.mvt`. */
const EXTENSION = /\{(\w+)\.(\w+)\}/g

function plainPath(path: string): string {
  return path.replace(EXTENSION, '{$1}.$2').replace(/(.)\/$/, '$1')
}

/** The OpenAPI 3.1 document of the app, as clients expect to read it. */
export function describeApi(app: OpenAPIHono, version: string): Document {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: '城管一张图 Gridkeeper',
      version,
      description: 'A city and its records, as GeoJSON, vector tiles and tables. Errors are application/problem+json.',
    },
    servers: [{ url: '/' }],
  })
  const paths: NonNullable<Document['paths']> = {}
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    const text = JSON.stringify(item).replace(/"name":"(\w+)\.(mvt|png|json)","in":"path"/g, '"name":"$1","in":"path"')
    paths[plainPath(path)] = JSON.parse(text)
  }
  return { ...document, paths }
}
