// SHA-256 and Ed25519: the browser's own where it offers them, else audited code beside this file. A site without https has none of its own.
import * as ed from '../../Saima.Ui/lib/noble/ed25519.js';
import { sha256 as plainSha256, sha512 } from '../../Saima.Ui/lib/noble/sha2.js';

ed.hashes.sha512 = sha512;

export async function sha256(bytes) {
  return globalThis.crypto?.subtle ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)) : plainSha256(bytes);
}

export async function isSigned(publicKey, text, signature) {
  if (globalThis.crypto?.subtle) {
    try {
      const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
      return await crypto.subtle.verify('Ed25519', key, signature, text);
    } catch {
      // This browser does not know the algorithm.
    }
  }
  try {
    return ed.verify(signature, text, publicKey, { zip215: false });
  } catch {
    return false;
  }
}
