import { newRoutes } from './new-routes.ts'
import { openWebFiles } from './open-web-files.ts'
import { serveWebFiles } from './serve-web-files.ts'

/** The screens' own addresses (web/routes.tsx): each is the one page, which reads its address itself. */
const SCREENS =
  /^\/(sign-in|me|cases(\/[\w-]{1,80})?|dispatch(\/handover)?|evaluation|plan|wall|remote|admin(\/(people|screens|scenes|rules|crews|fences|audit))?)?$/

const page = (title: string, ...lines: string[]): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title}</title><style>body{font:16px/1.6 system-ui,sans-serif;max-width:40em;margin:4em auto;padding:0 1em}</style>` +
  `<h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</html>`

const NOT_BUILT = page(
  '城管一张图 Gridkeeper',
  '页面尚未构建。请运行 <code>npm run build</code>，然后重新启动。接口文档见 <a href="/docs">/docs</a>。',
  'The pages are not built. Run <code>npm run build</code>, then start again. The API is described at <a href="/docs">/docs</a>.',
)
const NOT_FOUND = page('没有这个页面 Not found', '<a href="/">回到地图</a> · <a href="/">Back to the map</a>')

/** The built web pages. Everything under /api and /tiles is left to the refusals. */
export function webRoutes({ webDir }: { webDir: string }) {
  const fileAt = openWebFiles(webDir)
  const serve = serveWebFiles()
  return newRoutes().get('*', async (c, next) => {
    const { path } = c.req
    if (/^\/(api|tiles)(\/|$)/.test(path)) return next()
    const isScreen = SCREENS.test(path)
    const file = fileAt(isScreen ? '/index.html' : path)
    // A builder may have taken it away a moment ago.
    const answer = file && (await serve(c, file).catch(gone))
    if (answer) return answer
    if (isScreen) return c.html(NOT_BUILT, 503)
    return c.req.header('Accept')?.includes('text/html') ? c.html(NOT_FOUND, 404) : next()
  })
}

function gone(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}
