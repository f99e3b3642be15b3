import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { findChromium, launchBrowser } from './support/browser.ts'
const base = 'http://127.0.0.1:18955'
const steps = process.argv[2] ?? ''
const links = JSON.parse(readFileSync('/tmp/d5/links.json', 'utf8')) as { post: string; token: string }[]
const b = await launchBrowser(findChromium()!)
const who = process.env.WHO ?? 'supervisor'
const kept = `/tmp/d5/state-${who}.json`
const ctx = await b.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', colorScheme: (process.env.THEME ?? 'light') as 'light', ...(existsSync(kept) ? { storageState: kept } : {}) })
const p = await ctx.newPage()
p.setDefaultTimeout(15000)
p.on('console', m => { if (m.type() === 'error' || m.type() === 'warning') console.log('console', m.text().slice(0, 300)) })
p.on('pageerror', e => console.log('pageerror', e.message))
if (!existsSync(kept)) {
  await p.goto(`${base}/enter/${links.find(l => l.post === who)!.token}`)
  await p.waitForTimeout(1500)
  const f = p.locator('button[type=submit], form button').first()
  if (await f.count()) await f.click().catch(() => {})
  await p.waitForTimeout(1500)
  console.log('at', p.url())
  await ctx.storageState({ path: kept })
}
const shot = (n: string) => p.screenshot({ path: `/tmp/d5/${n}.png` })
const { run } = await import(`/tmp/d5/${steps}.mts`)
try { await run({ p, base, shot }) } catch (e) { console.log('FAULT', String(e).slice(0, 1500)); await shot('fault') }
await ctx.storageState({ path: kept })
await b.close()
