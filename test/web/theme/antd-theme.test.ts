import { theme as themes } from 'antd'
import { expect, test } from 'vitest'
import { antdTheme } from '../../../web/theme/antd-theme.ts'
import { PALETTE } from '../../../web/theme/palette.ts'

test.each(['dark', 'light'] as const)('antd draws the %s desk in the colours of the tokens, unmixed', (name) => {
  const ink = PALETTE[name]
  const made = themes.getDesignToken(antdTheme(name, false))
  expect(made).toMatchObject({
    ...{ colorPrimary: ink.accent, colorPrimaryHover: ink.accent, colorTextLightSolid: ink['on-accent'] },
    ...{ colorInfo: ink.working, colorSuccess: ink.normal, colorWarning: ink['due-ink'], colorError: ink['late-ink'] },
    ...{ colorBgLayout: ink['n-0'], colorBgContainer: ink['n-2'], colorBorder: ink['n-6'], colorSplit: ink['n-4'] },
    ...{ colorBgElevated: name === 'dark' ? ink['n-3'] : ink['n-2'], controlItemBgActive: ink['accent-wash'] },
    ...{ colorText: ink['text-1'], colorTextSecondary: ink['text-2'], colorTextTertiary: ink['text-3'] },
    ...{ colorTextDisabled: ink['n-6'], fontSize: 14, controlHeight: 32, borderRadius: 6, borderRadiusLG: 10 },
  })
  expect(made.motionDurationMid).toBe('200ms')
})

test('nothing of antd moves where the person wants nothing to move', () => {
  expect(antdTheme('light', true).token?.motion).toBe(false)
})
