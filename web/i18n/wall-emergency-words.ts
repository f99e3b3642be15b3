import { addWords } from './add-words.ts'
import en from './wall-emergency.en.json' with { type: 'json' }
import zh from './wall-emergency.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
