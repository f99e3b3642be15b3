import { type ThemeConfig, theme as themes } from 'antd'
import { type Palette, paletteOf, type Token } from './palette.ts'
import type { Theme } from './theme.ts'

const ofState = (ink: Palette, name: string, mark: Token, wash: Token, words: Token) => ({
  [`color${name}`]: ink[mark],
  [`color${name}Bg`]: ink[wash],
  [`color${name}Text`]: ink[words],
})

type Made = ReturnType<typeof themes.defaultAlgorithm>

/** antd mixes paler and darker ones out of the colours that it is given, most of all for a dark page: these are meant as they are. */
const ownColours = (ink: Palette) => ({
  ...{ colorPrimary: ink.accent, colorPrimaryHover: ink.accent, colorPrimaryActive: ink.accent },
  ...{ colorPrimaryBorder: ink.accent, colorPrimaryBorderHover: ink.accent, colorPrimaryText: ink.accent },
  ...{ colorInfo: ink.working, colorSuccess: ink.normal, colorWarning: ink['due-ink'], colorError: ink['late-ink'] },
  ...{ colorErrorHover: ink['late-ink'], colorErrorBorderHover: ink['late-ink'], colorErrorActive: ink['late-ink'] },
})

/** antd in the tokens of the product; `still`: nothing moves. What antd only passes on is named by its custom property; what it reckons with is given as a colour. */
export function antdTheme(theme: Theme, still: boolean): ThemeConfig {
  const ink = paletteOf(theme)
  const dark = theme === 'dark'
  return {
    algorithm: [
      dark ? themes.darkAlgorithm : themes.defaultAlgorithm,
      (_, made) => ({ ...made, ...ownColours(ink) }) as Made,
    ],
    hashed: false,
    token: {
      motion: !still,
      colorPrimary: ink.accent,
      ...{ colorPrimaryHover: ink.accent, colorPrimaryActive: ink.accent, colorPrimaryBorder: ink.accent },
      ...{ colorLink: ink.accent, colorLinkHover: ink.accent, colorLinkActive: ink.accent },
      colorTextLightSolid: ink['on-accent'],
      ...ofState(ink, 'Info', 'working', 'wash-working', 'working-ink'),
      ...ofState(ink, 'Success', 'normal', 'wash-normal', 'normal-ink'),
      ...ofState(ink, 'Warning', 'due-ink', 'wash-due', 'due-ink'),
      ...ofState(ink, 'Error', 'late-ink', 'wash-late', 'late-ink'),
      ...{ colorBgBase: ink['n-2'], colorTextBase: ink['text-1'] },
      colorBgLayout: ink['n-0'],
      colorBgContainer: ink['n-2'],
      colorBgElevated: dark ? ink['n-3'] : ink['n-2'],
      colorBorder: ink['n-6'],
      ...{ colorBorderSecondary: ink['n-4'], colorSplit: ink['n-4'] },
      colorText: ink['text-1'],
      ...{ colorTextSecondary: ink['text-2'], colorTextTertiary: ink['text-3'], colorTextQuaternary: ink['text-3'] },
      ...{ colorTextDisabled: ink['n-6'], colorTextPlaceholder: ink['text-3'], colorIcon: ink['text-3'] },
      ...{ controlItemBgActive: ink['accent-wash'], controlItemBgActiveHover: ink['accent-wash'] },
      controlItemBgHover: ink['n-3'],
      fontFamily: 'var(--font-text)',
      fontFamilyCode: 'var(--font-code)',
      ...{ fontSize: 14, lineHeight: 22 / 14, controlHeight: 32 },
      ...{ borderRadius: 6, borderRadiusSM: 3, borderRadiusLG: 10 },
      ...{ boxShadow: 'var(--lift-3)', boxShadowSecondary: 'var(--lift-2)' },
      ...{ motionDurationFast: '120ms', motionDurationMid: '200ms', motionDurationSlow: '200ms' },
    },
    components: {
      Button: {
        ...{ defaultBorderColor: ink['n-5'], defaultShadow: 'none', primaryShadow: 'none', fontWeight: 400 },
        ...{ primaryColor: ink['on-accent'], contentFontSize: 14, borderRadiusLG: 6 },
      },
      Table: {
        ...{ headerBg: ink['n-2'], headerColor: ink['text-3'], headerSplitColor: 'transparent' },
        ...{ cellPaddingBlock: 8, cellPaddingInline: 12, rowHoverBg: ink['n-3'], borderColor: ink['n-4'] },
      },
      Form: { labelColor: ink['text-2'], labelFontSize: 13, itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
      Input: { borderRadiusLG: 6 },
      Select: { optionSelectedFontWeight: 700 },
    },
  }
}
