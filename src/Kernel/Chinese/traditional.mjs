// Makes traditional.txt again: npm install --no-save opencc-js@1.4.2 && node traditional.mjs
// Characters first, then only those phrases that the characters alone, or shorter phrases, would get wrong.
import { writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { Converter as Back } from 'opencc-js/t2cn';
import characters from 'opencc-js/dict/STCharacters';
import phrases from 'opencc-js/dict/STPhrases';
import back from 'opencc-js/dict/TSCharacters';

const convert = Converter({ from: 'cn', to: 'tw' });
const simple = Back({ from: 'tw', to: 'cn' });
const pairs = text => text.split('|').map(pair => pair.split(' '));
const han = text => /^[\p{Script=Han}]+$/u.test(text) && [...text].every(one => one.length === 1);
const one = new Map();
for (const [from] of pairs(characters)) if (han(from) && convert(from) !== from) one.set(from, convert(from));
const all = pairs(phrases).map(([from]) => from).filter(han);
const known = new Map();
let longest = 1;
const run = text => {
  let out = '';
  for (let at = 0; at < text.length;) {
    let length = Math.min(longest, text.length - at);
    while (length > 1 && !known.has(text.slice(at, at + length))) length--;
    const piece = text.slice(at, at + length);
    out += length > 1 ? known.get(piece) : one.get(piece) ?? piece;
    at += length;
  }
  return out;
};
for (let changed = true; changed;) {
  changed = false;
  for (const text of all) {
    if (run(text) !== convert(text)) {
      known.set(text, convert(text));
      longest = Math.max(longest, text.length);
      changed = true;
    }
  }
}
const lines = [...one].map(([from, to]) => `${from}${to}`);
lines.push('', ...[...known].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([from, to]) => `${from} ${to}`));
lines.push('', ...pairs(back).filter(([from]) => han(from) && han(simple(from)) && simple(from) !== from).map(([from]) => `${from}${simple(from)}`));
writeFileSync(new URL('traditional.txt', import.meta.url), lines.join('\n') + '\n');
