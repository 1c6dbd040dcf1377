// Shows what waits on this device and lets its person decide about each. The words are in the page.
import { all, change, changed, get, onChanged, own, put, write } from './store.js';
import { send } from './send.js';

const every = 30_000;

// An amount that was left out is none.
const plain = text => text.replace(/\r\n/g, '\n').trim().replace(/^0$/, '');

/** The worker that keeps pages; without one the sheet works as long as there is a network. */
const register = async () => {
  try {
    await navigator.serviceWorker.register('/reports/worker.js', { scope: '/reports', type: 'module', updateViaCache: 'none' });
    return await navigator.serviceWorker.ready;
  } catch {
    return null;
  }
};

export const able = 'indexedDB' in window && 'serviceWorker' in navigator && 'caches' in window && Boolean(globalThis.crypto?.randomUUID) && 'timeout' in AbortSignal;

export const start = async (panel, { edit } = {}) => {
  const { person, address, title } = panel.dataset;
  await own(person);
  const worker = register();
  const part = (element, data) => element.querySelector(`[data-${data}]`);
  const show = (element, on) => { element.hidden = !on; };
  let said = null;

  const later = async () => {
    try {
      await (await worker)?.sync?.register('saima-send');
    } catch {
      // Not every browser has it: the page sends.
    }
  };

  const tell = message => new Promise(async done => {
    const active = (await worker)?.active;
    if (!active) {
      done(false);
      return;
    }

    const { port1, port2 } = new MessageChannel();
    port1.onmessage = event => done(event.data === true);
    active.postMessage(message, [port2]);
  });

  const keep = async pinned => {
    if (pinned) await navigator.storage?.persist?.().catch(() => false);
    const kept = await tell({ keep: address, title, pinned });
    if (pinned) {
      said = kept ? 'yes' : 'no';
      await draw();
    }
  };

  const sendNow = async () => {
    await send();
    await draw();
  };

  const queue = async () => {
    await later();
    await sendNow();
  };

  const drop = async item => write(of => {
    for (const id of item.photos) of('photos').delete(id);
    of('items').delete(item.id);
  });

  const act = {
    // Something else than what was sent under the old id goes under a new one.
    mine: async item => {
      const next = { ...item, id: crypto.randomUUID(), seen: item.now.seen, state: 'waiting', now: null, said: null };
      await write(of => {
        of('items').delete(item.id);
        of('items').put(next);
        for (const photo of item.photos) {
          const request = of('photos').get(photo);
          request.onsuccess = () => { if (request.result) of('photos').put({ ...request.result, item: next.id }); };
        }
      });
      await queue();
    },
    theirs: async item => {
      // Photos are not in dispute: they were sent before.
      if (confirm(panel.dataset.sure)) await drop(item);
    },
    retry: async item => {
      await change('items', item.id, one => ({ ...one, state: 'waiting', said: null, problems: [], faults: [] }));
      await queue();
    },
    edit: async item => {
      if (edit && item.address === address) await edit(item);
      else location.assign(`${item.address}#queue`);
    },
    discard: async item => { if (confirm(panel.dataset.sure)) await drop(item); },
    clear: item => drop(item),
  };

  const line = async item => {
    const made = part(panel, 'item').content.firstElementChild.cloneNode(true);
    part(made, 'name').textContent = item.name;
    part(made, 'where').textContent = `${item.project} · ${item.month}`;
    for (const state of made.querySelectorAll('[data-state]')) if (state.dataset.state !== item.state) state.remove();
    part(made, 'figures').textContent = item.figures ?? '';
    const photos = (await Promise.all(item.photos.map(id => get('photos', id)))).filter(Boolean);
    show(part(made, 'photo-part'), item.photos.length > 0);
    part(made, 'photo-count').textContent = item.photos.length;
    part(made, 'at').textContent = new Date(item.sentAt ?? item.at).toLocaleString(document.documentElement.lang);
    show(part(made, 'said'), Boolean(item.said));
    part(made, 'said').textContent = item.said ?? '';
    part(made, 'said').classList.toggle('fault', item.state === 'refused' && !item.done);
    const problems = part(made, 'problems');
    for (const problem of item.problems ?? []) {
      const row = document.createElement('li');
      row.textContent = problem.text;
      problems.append(row);
    }

    for (const photo of photos.filter(one => one.state === 'refused')) {
      const row = part(panel, 'photo-fault').content.firstElementChild.cloneNode(true);
      part(row, 'text').textContent = `${photo.name} ${photo.said}`;
      problems.append(row);
    }

    show(problems, problems.childElementCount > 0);
    if (item.state !== 'conflict') {
      part(made, 'conflict').remove();
    } else {
      show(part(made, 'conflict'), true);
      part(made, 'now-state').textContent = item.now.state;
      show(part(made, 'closed'), !item.now.open);
      for (const row of made.querySelectorAll('[data-both]')) {
        const [theirs, mine] = [item.now.texts[row.dataset.both] ?? '', item.texts?.[row.dataset.both] ?? ''];
        if (plain(theirs) === plain(mine)) {
          row.remove();
          continue;
        }

        show(row, true);
        part(row, 'theirs').textContent = theirs || '—';
        part(row, 'mine').textContent = mine || '—';
      }
    }

    const may = {
      mine: item.state === 'conflict' && item.now.open,
      theirs: item.state === 'conflict',
      retry: item.state === 'refused' || (item.state === 'conflict' && !item.now.open),
      edit: (item.state === 'waiting' || item.state === 'refused') && !item.done,
      discard: item.state === 'waiting' || item.state === 'refused',
      clear: item.state === 'sent',
    };
    for (const button of made.querySelectorAll('[data-do]')) {
      show(button, may[button.dataset.do]);
      button.setAttribute('aria-label', `${button.textContent.trim()}：${item.name}`);
      button.addEventListener('click', async () => {
        button.disabled = true;
        const now = await get('items', item.id);
        if (now && now.state !== 'sending') await act[button.dataset.do](now);
        changed();
      });
    }

    return made;
  };

  let drawing = Promise.resolve();
  const draw = () => {
    drawing = drawing.then(async () => {
      const items = (await all('items')).sort((one, other) => one.at - other.at);
      const open = items.filter(item => item.state !== 'sent');
      const net = navigator.onLine ? (await get('meta', 'net'))?.state ?? '' : 'offline';
      const focused = panel.contains(document.activeElement);
      part(panel, 'items').replaceChildren(...await Promise.all(items.map(line)));
      if (focused && !panel.contains(document.activeElement)) panel.focus();
      part(panel, 'count').textContent = open.length > 0 ? open.length : '';
      for (const text of panel.querySelectorAll('[data-net]')) show(text, text.dataset.net === net && (open.length > 0 || net === 'offline'));
      for (const text of panel.querySelectorAll('[data-kept]')) show(text, text.dataset.kept === said);
      show(part(panel, 'empty'), items.length === 0 && panel.dataset.always !== undefined);
      show(part(panel, 'sign-in'), net === 'signed-out' && open.length > 0);
      show(part(panel, 'send'), items.some(item => item.state === 'waiting') && net !== 'offline' && net !== 'signed-out');
      show(panel, panel.dataset.always !== undefined || items.length > 0 || net === 'offline' || said !== null);
      panel.dispatchEvent(new CustomEvent('drawn', { detail: items }));
    }).catch(() => {});
    return drawing;
  };

  onChanged(draw);
  part(panel, 'send').addEventListener('click', sendNow);
  addEventListener('online', sendNow);
  addEventListener('offline', draw);
  addEventListener('visibilitychange', () => { if (!document.hidden) sendNow(); });
  setInterval(async () => {
    if (navigator.onLine && !document.hidden && (await all('items')).some(item => item.state === 'waiting' || item.state === 'sending')) await sendNow();
  }, every);
  await draw();
  // On coming back from signing in nothing is known yet of whether it works.
  if (navigator.onLine) await put('meta', { key: 'net', state: '' });
  sendNow();
  return { draw, keep, queue };
};
