// Makes common-passwords.bin again: npm install --no-save @zxcvbn-ts/language-common@4.1.3 && node common-passwords.mjs
// The list is published under the MIT licence (Copyright (c) 2012-2016 Dan Wheeler and Dropbox, Inc.; Copyright (c) 2021 @zxcvbn-ts).
// What people choose is often obscene, so that only the beginnings of hashes are kept: the 20,000 most frequent, and all longer ones. Sorted, five bytes each.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const most = 20_000;
const long = 10;
const shortest = 4;
const kept = 5;
const folder = dirname(createRequire(import.meta.url).resolve('@zxcvbn-ts/language-common/package.json'));
const list = JSON.parse(readFileSync(join(folder, 'src', 'passwords.json'), 'utf8'));
const chosen = new Set(list.filter((one, index) => one.length >= shortest && (index < most || one.length >= long)).map(one => one.toLowerCase()));
const hashes = [...chosen].map(one => createHash('sha256').update(one, 'utf8').digest('hex').slice(0, kept * 2)).sort();
writeFileSync(new URL('common-passwords.bin', import.meta.url), Buffer.from([...new Set(hashes)].join(''), 'hex'));
console.log(`${hashes.length} passwords`);
