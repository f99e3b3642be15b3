import { addWords } from './add-words.ts'
import en from './wall-panels.en.json' with { type: 'json' }
import zh from './wall-panels.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
