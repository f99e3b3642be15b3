import { addWords } from './add-words.ts'
import en from './audit.en.json' with { type: 'json' }
import zh from './audit.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
