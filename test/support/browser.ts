import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const KNOWN = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const known = (): string | undefined => KNOWN.find((path) => path && existsSync(path))

/** Path of a Chromium, installed from Debian where that is possible; undefined when there is none to be had. */
export function findChromium(): string | undefined {
  const found = known()
  if (found) return found
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  console.info('browser: no Chromium here; installing chromium and fonts-noto-cjk with apt-get')
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  } catch (fault) {
    console.warn(`browser: apt-get failed: ${String(fault)}`)
  }
  return known()
}

/** Mesa's software renderer draws a page with a map in four fifths of the time that the one within Chromium takes, but many pictures of a small
 *  screen more slowly. It stands beside Mesa's EGL. */
const MESA_EGL = ['/usr/lib/x86_64-linux-gnu/libEGL_mesa.so.0', '/usr/lib/aarch64-linux-gnu/libEGL_mesa.so.0']
const MESA = ['--use-gl=angle', '--use-angle=gl-egl']
const CHROMIUM = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']
const QUICKER = MESA_EGL.some((path) => existsSync(path)) ? MESA : CHROMIUM

/** Chromium that draws WebGL in software and asks nothing of the internet. `ofSmall`: for a screen that is much smaller than a desk's. */
export const launchBrowser = (executablePath: string, { ofSmall = false } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath,
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' },
    args: [
      ...(ofSmall ? CHROMIUM : QUICKER),
      // Text and boxes are drawn sooner by the processor itself than by one that plays a graphics card.
      '--disable-gpu-rasterization',
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--ignore-gpu-blocklist',
    ],
  })
