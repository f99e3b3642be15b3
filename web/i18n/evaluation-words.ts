import { addWords } from './add-words.ts'
import en from './evaluation.en.json' with { type: 'json' }
import zh from './evaluation.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
