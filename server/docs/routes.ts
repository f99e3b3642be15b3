import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { newRoutes } from '../http/new-routes.ts'
import type { WebFile } from '../http/read-web-files.ts'
import { readWebFiles } from '../http/read-web-files.ts'
import { noSuchAddress } from '../http/refusals.ts'
import { serveWebFiles } from '../http/serve-web-files.ts'

/** Of swagger-ui-dist, what the page needs. */
const PARTS = ['/swagger-ui.css', '/swagger-ui-bundle.js', '/favicon-32x32.png']

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>城管一张图 API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<noscript>The description of the API is at <a href="/openapi.json">/openapi.json</a>.</noscript>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/show-docs.js"></script>
</body>
</html>
`

// The page is at /docs, the description at /openapi.json; no validator badge, which would be another host's picture.
const SHOW_DOCS =
  "SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', validatorUrl: null, deepLinking: true, queryConfigEnabled: false })\n"

const JAVASCRIPT = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }

/** The documentation page, whole from the own host: Swagger UI's files, and a start script of our own because the
 *  content security policy lets no inline script run. */
export function docsRoutes() {
  const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  const files = new Map<string, WebFile>()
  const from = readWebFiles(swagger)
  for (const part of PARTS) {
    const file = from.get(part)
    if (file) files.set(part, file)
  }
  const serve = serveWebFiles()
  const page: MiddlewareHandler = async (c) => c.html(PAGE, 200, { 'Cache-Control': 'no-cache' })
  return newRoutes()
    .get('/', page)
    .get('/:file', (c) => {
      if (c.req.param('file') === 'show-docs.js') return new Response(SHOW_DOCS, { headers: JAVASCRIPT })
      const file = files.get(`/${c.req.param('file')}`)
      if (!file) throw noSuchAddress(c.req.path)
      return serve(c, file)
    })
}
