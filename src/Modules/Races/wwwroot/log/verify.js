// Checks a bundle against the log in the browser: the file stays here, only the log is fetched. Every sentence is in the page, in the reader's language.
import { readBundle } from './bundle.js';
import { sha256 } from './hashes.js';
import { Log, Missing, hex, isConsistent, isIncluded, leafOf, readCheckpoint, readKey, signers } from './tree.js';

const panel = document.querySelector('[data-log]');
const base = new URL(panel.dataset.log, document.baseURI);
const drop = panel.querySelector('[data-drop]');
const input = panel.querySelector('[data-bundle]');
const list = panel.querySelector('[data-steps]');
const verdict = panel.querySelector('[data-verdict]');
const words = panel.querySelector('template').content;
const remembered = `saima-log ${base.href}`;
let running = 0;

drop.classList.add('ready');
input.addEventListener('change', () => check(input.files[0]));
for (const name of ['dragenter', 'dragover']) drop.addEventListener(name, event => { event.preventDefault(); drop.classList.add('over'); });
for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('over'));
drop.addEventListener('drop', event => { event.preventDefault(); check(event.dataTransfer.files[0]); });

function say(key, values = {}) {
  let text = words.querySelector(`[data-say="${key}"]`).textContent;
  for (const [name, value] of Object.entries(values)) text = text.replaceAll(`{${name}}`, value);
  return text;
}

function show(step, state, key, values) {
  const line = list.querySelector(`[data-step="${step}"]`);
  line.dataset.state = state;
  line.querySelector('[data-state-word]').textContent = say(state);
  line.querySelector('[data-found]').textContent = key ? say(key, values) : '';
}

class Fault extends Error {
  constructor(step, key, values) {
    super(key);
    Object.assign(this, { step, key, values });
  }
}

async function check(file) {
  if (!file) return;
  const run = ++running;
  for (const line of list.children) show(line.dataset.step, 'waiting');
  list.hidden = false;
  verdict.hidden = true;
  let good = true, finding = 'good', values = {};
  try {
    await steps(file, run);
  } catch (fault) {
    if (run !== running) return;
    good = false;
    [finding, values] = ['bad', {}];
    if (fault instanceof Fault) {
      show(fault.step, fault.key === 'unreachable' ? 'undone' : 'wrong', fault.key, fault.values);
      if (fault.key === 'unreachable') finding = 'unknown';
    } else {
      throw fault;
    }
  }
  if (run !== running) return;
  for (const line of list.querySelectorAll('[data-state=waiting]')) show(line.dataset.step, 'undone');
  verdict.hidden = false;
  verdict.className = `panel verdict-panel ${good ? 'verdict-good' : 'verdict-red'}`;
  verdict.querySelector('[data-name]').textContent = file.name;
  verdict.querySelector('[data-finding]').textContent = say(finding, values);
  verdict.focus();
}

async function steps(file, run) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const bundle = hex(await sha256(bytes));
  if (run !== running) return;
  show('file', 'right', 'hash', { hash: bundle });

  const read = await readBundle(bytes);
  if (!read) throw new Fault('contents', 'no-bundle');
  if (read.differs) throw new Fault('contents', 'differs', { entry: read.differs });
  show('contents', 'right', 'contents', { season: read.said.season, round: read.said.round, edition: read.said.edition, count: read.count });

  const note = await text('checkpoint');
  const checkpoint = note && readCheckpoint(note);
  if (!checkpoint) throw new Fault('checkpoint', 'no-log');
  const before = recall();
  const typed = panel.querySelector('[data-key]').value.trim();
  const stated = (await Promise.all((await text('vkey') ?? '').split('\n').filter(line => line).map(readKey))).filter(key => key);
  const known = typed ? [await readKey(typed)] : before ? (await Promise.all(before.keys.map(readKey))).filter(key => key) : stated;
  if (known.includes(null)) throw new Fault('checkpoint', 'bad-key');
  const [signer] = await signers(checkpoint, known);
  if (!signer) throw new Fault('checkpoint', 'unsigned');
  show('checkpoint', 'right', typed || before ? 'signed' : 'signed-first', { size: checkpoint.size, key: signer.id });

  const log = new Log(fetchBytes, checkpoint.size);
  const saved = panel.querySelector('[data-saved]').files[0];
  const olders = before ? [readCheckpoint(before.note)] : [];
  if (saved) {
    const older = readCheckpoint(await saved.text());
    if (!older || (await signers(older, known)).length === 0) throw new Fault('grew', 'bad-checkpoint');
    olders.push(older);
  }
  for (const older of olders) await grew(log, checkpoint, older);
  show('grew', olders.length > 0 ? 'right' : 'noted', olders.length > 0 ? 'grew' : 'grew-first', { size: Math.max(0, ...olders.map(older => older.size)) });

  const { found, superseded } = await find(log, bundle);
  if (!found) throw new Fault('entry', 'not-logged', { hash: bundle });
  const { entry } = found;
  if (entry.season !== read.said.season || entry.round !== read.said.round || entry.edition !== read.said.edition || entry.manifest !== read.manifest) throw new Fault('entry', 'other-entry', { index: found.index });
  show('entry', 'right', superseded ? 'superseded' : 'entry', { index: found.index, at: inBeijing(entry.publishedAt), edition: superseded?.edition });

  const proof = await guarded('inclusion', () => log.inclusion(found.index));
  if (!await isIncluded(await leafOf(found.bytes), found.index, checkpoint.size, proof, checkpoint.head)) throw new Fault('inclusion', 'not-included', { index: found.index });
  show('inclusion', 'right', 'included', { count: proof.length });

  // A new key is learnt from a checkpoint that a known one signed.
  const keys = [...new Set([...known, ...await signers(checkpoint, stated)].map(key => key.text))];
  try { localStorage.setItem(remembered, JSON.stringify({ keys, note })); } catch { /* this browser keeps nothing */ }
}

// The district's time wherever the reader is.
function inBeijing(moment) {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

async function grew(log, checkpoint, older) {
  if (older.origin !== checkpoint.origin) throw new Fault('grew', 'other-log');
  if (older.size > checkpoint.size) throw new Fault('grew', 'truncated', { size: checkpoint.size, older: older.size });
  const proof = await guarded('grew', () => log.consistency(older.size));
  if (!await isConsistent(older.size, older.head, checkpoint.size, checkpoint.head, proof)) throw new Fault('grew', 'forked', { size: older.size });
}

async function find(log, bundle) {
  return guarded('entry', async () => {
    let found = null, superseded = null;
    for await (const { index, bytes } of log.entries()) {
      let entry;
      try { entry = JSON.parse(new TextDecoder().decode(bytes)); } catch { continue; }
      if (entry.bundle === bundle) found = { index, bytes, entry };
      if (entry.supersedes === bundle) superseded = entry;
    }
    return { found, superseded };
  });
}

async function guarded(step, work) {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Missing) throw new Fault(step, 'missing', { path: fault.message });
    throw fault instanceof Fault ? new Fault(step, fault.key, fault.values) : fault;
  }
}

function recall() {
  try {
    const kept = JSON.parse(localStorage.getItem(remembered));
    return kept && readCheckpoint(kept.note) ? kept : null;
  } catch {
    return null;
  }
}

async function fetchBytes(path) {
  let answer;
  try {
    answer = await fetch(new URL(path, base), { cache: path.startsWith('tile/') ? 'default' : 'no-store', credentials: 'omit' });
  } catch {
    throw new Fault('checkpoint', 'unreachable');
  }
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Fault('checkpoint', 'unreachable');
  return new Uint8Array(await answer.arrayBuffer());
}

async function text(path) {
  const bytes = await fetchBytes(path);
  return bytes && new TextDecoder().decode(bytes);
}
