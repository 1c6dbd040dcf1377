// Makes pinyin-initials.txt again: npm install --no-save pinyin-pro@3.29.4 && node pinyin-initials.mjs
import { writeFileSync } from 'node:fs';
import { polyphonic } from 'pinyin-pro';

const lines = [];
for (let code = 0x4e00; code <= 0x9fff; code++) {
  const readings = polyphonic(String.fromCodePoint(code), { toneType: 'none', type: 'array' })[0] ?? [];
  const letters = readings.flatMap(reading => reading.split(' ')).map(reading => reading[0]).filter(letter => letter >= 'a' && letter <= 'z');
  lines.push([...new Set(letters)].join(''));
}
writeFileSync(new URL('pinyin-initials.txt', import.meta.url), lines.join('\n') + '\n');
