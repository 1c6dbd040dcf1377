// Sends what waits, one after the other, photos before their report. Each carries an id of this device's: what was taken in and not answered is sent again and answered as before.
import { all, change, changed, get, owner, put, remove, unsent, wipe } from './store.js';

const places = { token: '/reports/sending/token.json', report: '/reports/sending/report', photo: '/reports/sending/photo' };
const patience = { token: 20_000, report: 60_000, photo: 300_000 };
const shown = 24 * 60 * 60 * 1000;

class Later extends Error {}

const ask = async (where, options = {}) => {
  let answer;
  try {
    answer = await fetch(places[where], { cache: 'no-store', credentials: 'same-origin', redirect: 'error', signal: AbortSignal.timeout(patience[where]), ...options });
  } catch {
    throw new Later('failing');
  }

  if (answer.status === 401) throw new Later('signed-out');
  if (answer.status === 403) throw new Later('no-duty');
  if (![200, 409, 413, 422].includes(answer.status)) throw new Later('failing');
  try {
    return { status: answer.status, ...(answer.status === 413 ? {} : await answer.json()) };
  } catch {
    throw new Later('failing');
  }
};

const post = (where, token, fields) => {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) {
    if (value instanceof Blob) body.append(field, value, fields.name);
    else body.append(field, String(value));
  }

  return ask(where, { method: 'POST', headers: { RequestVerificationToken: token, Accept: 'application/json' }, body });
};

const note = async state => {
  await put('meta', { key: 'net', state });
  changed();
};

// Of two texts for one thing the device never sends the one and then keeps the other: what is being sent cannot be edited.
const sendOne = async (item, person, token) => {
  const about = { person, season: item.season, month: item.month, project: item.project };
  const faults = [];
  for (const id of item.photos) {
    const photo = await get('photos', id);
    if (!photo || photo.state === 'sent') continue;
    const answer = await post('photo', token, { ...about, key: photo.id, name: photo.name, photo: photo.blob });
    if (answer.status === 200) await change('photos', id, one => ({ ...one, state: 'sent', blob: null, said: null }));
    else {
      faults.push(`${photo.name}：${answer.text ?? ''}`);
      await change('photos', id, one => ({ ...one, state: 'refused', said: answer.text ?? '' }));
    }
  }

  let answer = { status: 200, text: item.said };
  if (item.texts && !item.done) answer = await post('report', token, { ...about, key: item.id, seen: item.seen, ...item.texts });
  await change('items', item.id, one => answer.status === 409 && answer.now
    ? { ...one, state: 'conflict', said: answer.text, now: answer.now, problems: [], faults }
    : answer.status !== 200
      ? { ...one, state: 'refused', said: answer.text, now: null, problems: answer.problems ?? [], faults }
      : { ...one, state: faults.length > 0 ? 'refused' : 'sent', done: true, said: answer.text, now: null, problems: [], faults, sentAt: Date.now() });
  const after = await get('items', item.id);
  if (after?.state === 'sent') {
    // What arrived need not lie about on a phone.
    for (const id of item.photos) await remove('photos', id);
    await change('items', item.id, one => ({ ...one, figures: null, texts: null }));
  }

  changed();
};

const work = async () => {
  for (const item of await all('items')) if (item.state === 'sent' && Date.now() - (item.sentAt ?? 0) > shown) await remove('items', item.id);
  // What was on its way when the page was closed is sent again under the same id.
  for (const item of await unsent()) if (item.state === 'sending') await change('items', item.id, one => ({ ...one, state: 'waiting' }));
  const waiting = (await unsent()).filter(item => item.state === 'waiting').sort((one, other) => one.at - other.at);
  if (waiting.length === 0) return true;
  let on;
  try {
    const { person, token } = await ask('token', { headers: { Accept: 'application/json' } });
    if (person !== await owner()) {
      await wipe();
      return true;
    }

    await note('');
    for (const { id } of waiting) {
      on = await change('items', id, one => one.state === 'waiting' ? { ...one, state: 'sending' } : one);
      if (on?.state !== 'sending') continue;
      changed();
      await sendOne(on, person, token);
    }

    return true;
  } catch (fault) {
    if (on) await change('items', on.id, one => one.state === 'sending' ? { ...one, state: 'waiting' } : one);
    await note(fault instanceof Later ? fault.message : 'failing');
    return false;
  }
};

/** @returns whether nothing is left that only waits. */
export const send = () => navigator.locks ? navigator.locks.request('saima-send', { ifAvailable: true }, lock => lock ? work() : true) : work();
