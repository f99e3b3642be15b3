import { createContext } from 'react'

/** Of when the figures of a panel are, in words, where that is older than it should be (W5); undefined: as the screen's own 数据截至 says. */
export const PanelAge = createContext<string | undefined>(undefined)
