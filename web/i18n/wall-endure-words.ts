import { addWords } from './add-words.ts'
import en from './wall-endure.en.json' with { type: 'json' }
import zh from './wall-endure.zh-CN.json' with { type: 'json' }

/** With the page itself, and not with the wall: they are said when the wall's own files did not come. */
addWords<keyof typeof en>(zh, en)
