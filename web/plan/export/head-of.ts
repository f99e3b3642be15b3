import { words } from '../../i18n/i18n.ts'
import type { HandoutColumn } from './handout.ts'

/** A column's head with its unit: 长度（m）. */
export const headOf = ({ name, unit }: Pick<HandoutColumn, 'name' | 'unit'>): string =>
  unit === undefined ? name : words('sheet.withUnit', { name, unit })
