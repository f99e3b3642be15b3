import { addWords } from './add-words.ts'
import en from './shift.en.json' with { type: 'json' }
import zh from './shift.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
