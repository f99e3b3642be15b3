import { ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useLanguage } from '../i18n/use-language.ts'
import { antdTheme } from '../theme/antd-theme.ts'
import type { Theme } from '../theme/theme.ts'

const STILL = matchMedia('(prefers-reduced-motion: reduce)').matches
const THEMES = { dark: antdTheme('dark', STILL), light: antdTheme('light', STILL) }

/** antd in the look and the language of the page. */
export function AntdTheme({ theme, children }: { theme: Theme; children: ReactNode }) {
  const locale = useLanguage() === 'zh' ? zhCN : enGB
  return (
    // A blank between two Chinese characters of a button is antd's taste, not ours; and nothing spreads out from a click.
    <ConfigProvider theme={THEMES[theme]} locale={locale} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      {children}
    </ConfigProvider>
  )
}
