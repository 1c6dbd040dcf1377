// A bundle is a zip of stored entries whose manifest names every other entry by its SHA-256.
import { sha256 } from './hashes.js';
import { hex } from './tree.js';

/** What the bundle says of itself, or which entry is not what the manifest says; nothing if it is no bundle. */
export async function readBundle(bytes) {
  const entries = directory(bytes);
  const manifest = entries?.get('manifest.json');
  if (!manifest) return null;
  let said;
  try { said = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(manifest)); } catch { return null; }
  if (said.schema !== 'saima-round-bundle/1' || !Array.isArray(said.entries)) return null;
  const left = new Set(entries.keys());
  left.delete('manifest.json');
  for (const entry of said.entries) {
    const content = entries.get(entry.name);
    if (!left.delete(entry.name) || content.length !== entry.size || hex(await sha256(content)) !== entry.sha256) return { said, differs: entry.name, count: said.entries.length };
  }
  return { said, manifest: hex(await sha256(manifest)), differs: [...left][0], count: said.entries.length };
}

function directory(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return null;
  const entries = new Map();
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return null;
    const stored = view.getUint16(at + 10, true) === 0, size = view.getUint32(at + 24, true), local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (!stored || view.getUint32(at + 20, true) !== size || local + 30 > end || view.getUint32(local, true) !== 0x04034b50 || entries.has(name)) return null;
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + size > end) return null;
    entries.set(name, bytes.subarray(start, start + size));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
