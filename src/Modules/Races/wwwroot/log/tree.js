// The log as RFC 6962, C2SP tlog-tiles, tlog-checkpoint and signed-note define it. Nothing here knows what a bundle is.
import { isSigned, sha256 } from './hashes.js';

const full = 256, length = 32;
const utf8 = new TextEncoder();
const join = (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
};

export const same = (left, right) => left.length === right.length && left.every((byte, at) => byte === right[at]);
export const hex = bytes => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
export const leafOf = entry => sha256(join([0], entry));
const nodeOf = (left, right) => sha256(join([1], left, right));
const base64 = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));

/** Where a tile lies; level is a number or 'entries'. */
export function pathOf(level, index, width) {
  const digits = String(index % 1000).padStart(3, '0');
  let before = '';
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) before = `x${String(rest % 1000).padStart(3, '0')}/${before}`;
  return `tile/${level}/${before}${digits}${width === full ? '' : `.p/${width}`}`;
}

/** name+id+base64; nothing if it is no Ed25519 key. */
export async function readKey(text) {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim());
  if (!match) return null;
  let bytes;
  try { bytes = base64(match[3]); } catch { return null; }
  if (bytes.length !== 33 || bytes[0] !== 1) return null;
  const id = hex(await sha256(join(utf8.encode(match[1]), [10], bytes))).slice(0, 8);
  return id === match[2] ? { name: match[1], id, bytes: bytes.slice(1), text: text.trim() } : null;
}

/** A signed checkpoint; nothing if it is none. */
export function readCheckpoint(note) {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, split + 1);
  const lines = text.split('\n');
  const signatures = [];
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const match = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/.exec(line);
    if (!match) return null;
    try { signatures.push({ name: match[1], bytes: base64(match[2]) }); } catch { return null; }
  }
  if (lines.length < 4 || lines[0] === '' || !/^(0|[1-9][0-9]{0,14})$/.test(lines[1])) return null;
  let head;
  try { head = base64(lines[2]); } catch { return null; }
  return head.length === length ? { note, text, signatures, origin: lines[0], size: Number(lines[1]), head } : null;
}

/** The known keys that signed; none if one of them signed wrongly. */
export async function signers(checkpoint, keys) {
  const signed = [];
  for (const signature of checkpoint.signatures) {
    const key = keys.find(one => one.name === signature.name && one.id === hex(signature.bytes.slice(0, 4)));
    if (!key) continue;
    if (!await isSigned(key.bytes, utf8.encode(checkpoint.text), signature.bytes.slice(4))) return [];
    signed.push(key);
  }
  return signed;
}

/** Reads tiles through a function that fetches a path, and proves what it reads against a checkpoint. */
export class Log {
  constructor(fetchBytes, size) {
    this.fetchBytes = fetchBytes;
    this.size = size;
    this.tiles = new Map();
  }

  async bytes(level, index, width) {
    return await this.fetchBytes(pathOf(level, index, width)) ?? (width < full ? await this.fetchBytes(pathOf(level, index, full)) : null);
  }

  /** Entries from first to last, one after the other; throws where they are missing. */
  async *entries() {
    for (let index = 0; index * full < this.size; index++) {
      const width = Math.min(full, this.size - index * full);
      const bytes = await this.bytes('entries', index, width);
      let at = 0;
      for (let number = 0; number < width; number++) {
        const size = bytes && at + 2 <= bytes.length ? bytes[at] * 256 + bytes[at + 1] : -1;
        if (size < 0 || at + 2 + size > bytes.length) throw new Missing(pathOf('entries', index, width));
        yield { index: index * full + number, bytes: bytes.slice(at + 2, at + 2 + size) };
        at += 2 + size;
      }
    }
  }

  /** Hash of the complete subtree of 2^level leaves. */
  async subtree(level, index) {
    const height = level % 8, row = (level - height) / 8;
    const first = index * 2 ** height, tile = Math.floor(first / full);
    const width = Math.min(full, Math.floor(this.size / full ** row) - tile * full);
    const path = pathOf(row, tile, width);
    if (!this.tiles.has(path)) {
      const read = await this.bytes(row, tile, width);
      if (!read || read.length < width * length) throw new Missing(path);
      this.tiles.set(path, read);
    }
    let hashes = [];
    for (let at = 0; at < 2 ** height; at++) hashes.push(this.tiles.get(path).slice((first % full + at) * length, (first % full + at + 1) * length));
    while (hashes.length > 1) {
      const above = [];
      for (let at = 0; at < hashes.length; at += 2) above.push(await nodeOf(hashes[at], hashes[at + 1]));
      hashes = above;
    }
    return hashes[0];
  }

  async range(low, high) {
    const width = high - low, level = Math.log2(width);
    if (Number.isInteger(level) && low % width === 0) return this.subtree(level, low / width);
    const middle = low + below(width);
    return nodeOf(await this.range(low, middle), await this.range(middle, high));
  }

  async inclusion(index) {
    const proof = [];
    let low = 0, high = this.size;
    while (high - low > 1) {
      const middle = low + below(high - low);
      if (index < middle) { proof.unshift(await this.range(middle, high)); high = middle; } else { proof.unshift(await this.range(low, middle)); low = middle; }
    }
    return proof;
  }

  async consistency(from) {
    const proof = [];
    if (from === 0 || from === this.size) return proof;
    let low = 0, high = this.size;
    while (high !== from) {
      const middle = low + below(high - low);
      if (from <= middle) { proof.unshift(await this.range(middle, high)); high = middle; } else { proof.unshift(await this.range(low, middle)); low = middle; }
    }
    if (low > 0) proof.unshift(await this.range(low, high));
    return proof;
  }
}

/** RFC 9162 §2.1.3.2. */
export async function isIncluded(leaf, index, size, proof, head) {
  if (index >= size) return false;
  let at = index, last = size - 1, hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = await nodeOf(sibling, hash);
      while (at % 2 === 0 && at !== 0) { at = at / 2; last = Math.floor(last / 2); }
    } else {
      hash = await nodeOf(hash, sibling);
    }
    at = Math.floor(at / 2); last = Math.floor(last / 2);
  }
  return last === 0 && same(hash, head);
}

/** RFC 9162 §2.1.4.2. */
export async function isConsistent(from, older, size, newer, proof) {
  if (from > size) return false;
  if (from === size) return proof.length === 0 && same(older, newer);
  if (from === 0) return proof.length === 0;
  const rest = [...proof];
  if (Number.isInteger(Math.log2(from))) rest.unshift(older);
  if (rest.length === 0) return false;
  let at = from - 1, last = size - 1;
  while (at % 2 === 1) { at = Math.floor(at / 2); last = Math.floor(last / 2); }
  let old = rest.shift(), now = old;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      old = await nodeOf(sibling, old);
      now = await nodeOf(sibling, now);
      while (at % 2 === 0 && at !== 0) { at = at / 2; last = Math.floor(last / 2); }
    } else {
      now = await nodeOf(now, sibling);
    }
    at = Math.floor(at / 2); last = Math.floor(last / 2);
  }
  return last === 0 && same(old, older) && same(now, newer);
}

export class Missing extends Error {}

// The largest power of two below a width.
function below(width) {
  let power = 1;
  while (power * 2 < width) power *= 2;
  return power;
}
