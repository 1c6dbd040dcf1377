// Keeps the platform's style and scripts, the page of what waits, and the sheets a person opened; shows them where there is no network. Nothing else is kept.
import { all, changed, get, owner, put, remove, wipe } from './store.js';
import { send } from './send.js';

const version = new URL(import.meta.url).searchParams.get('v') ?? '0';
const files = `saima-files-${version}`;
const pages = `saima-pages-${version}`;
const home = '/reports/phone';
const sheet = /^\/reports\/\d{4}\/\d{4}-\d{2}\/[^/]+$/;
const here = '/_content/Saima.Projects/';
const look = '/_content/Saima.Ui/';
const shell = [
  ...['lib/tabler.min.css', 'saima.css', 'dark.css', 'icon.svg', 'lib/icons.svg'].map(file => look + file),
  ...['reports.js', 'offline/store.js', 'offline/send.js', 'offline/queue.js', 'offline/sheet.js', 'offline/phone.js', 'offline/saima.webmanifest', 'offline/icon-192.png'].map(file => here + file),
];
const patience = 6000;

// The page number is part of a sheet; language and size of the text are as they were when it was kept.
const keyOf = address => {
  const url = new URL(address, self.location.origin);
  const page = url.searchParams.get('page');
  return url.pathname + (page && page !== '1' ? `?page=${page}` : '');
};
const isKept = key => key === home || sheet.test(key.split('?')[0]);
const find = async key => (await caches.open(pages)).match(key, { ignoreVary: true });

// The platform says on each page whether it may be kept, and whose it is.
const keep = async (key, answer) => {
  const whose = answer.headers.get('Saima-Keep');
  if (!answer.ok || answer.redirected || !whose) return false;
  if (whose !== await owner()) await wipe();
  await put('meta', { key: 'owner', person: whose });
  await (await caches.open(pages)).put(key, answer);
  return true;
};

const ask = address => fetch(address, { credentials: 'same-origin', cache: 'no-cache', headers: { Accept: 'text/html' } });

// Of the sheets that nobody asked to keep only the last one opened stays.
const remember = async ({ keep: address, title, pinned }) => {
  const key = keyOf(address);
  const kept = await find(key) ? true : await keep(key, await ask(address));
  if (!kept) return false;
  if (!await find(home)) await keep(home, await ask(home)).catch(() => false);
  if (key === home) return true;
  const before = await get('sheets', key);
  await put('sheets', { address: key, title, pinned: pinned || before?.pinned === true, at: Date.now() });
  for (const other of await all('sheets')) if (!other.pinned && other.address !== key) {
    await remove('sheets', other.address);
    await (await caches.open(pages)).delete(other.address, { ignoreVary: true });
  }

  changed();
  return true;
};

self.addEventListener('install', event => event.waitUntil((async () => {
  await (await caches.open(files)).addAll(shell.map(file => new Request(file, { cache: 'reload' })));
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith('saima-pages-') && name !== pages) {
      // Kept sheets are taken along: as they are now, else as they were.
      const old = await caches.open(name);
      for (const request of await old.keys()) {
        const key = keyOf(request.url);
        const fresh = await ask(key).then(answer => keep(key, answer)).catch(() => false);
        if (!fresh) await (await caches.open(pages)).put(key, await old.match(request, { ignoreVary: true }));
      }
    }

    if (/^saima-(files|pages)-/.test(name) && name !== files && name !== pages) await caches.delete(name);
  }

  await self.clients.claim();
})()));

const late = () => new Promise((_, failed) => setTimeout(failed, patience));

const page = async request => {
  const key = keyOf(request.url);
  const kept = isKept(key) ? await find(key) : undefined;
  const fresh = fetch(request).then(async answer => {
    if (isKept(key)) await keep(key, answer.clone()).catch(() => false);
    return answer;
  });
  try {
    return await (kept ? Promise.race([fresh, late()]) : fresh);
  } catch {
    fresh.catch(() => {});
    if (kept) return kept;
    return key !== home && await find(home) ? Response.redirect(home) : Response.error();
  }
};

const file = async request => {
  const kept = await (await caches.open(files)).match(request, { ignoreVary: true, ignoreSearch: true });
  const fresh = fetch(request);
  try {
    return await (kept ? Promise.race([fresh, late()]) : fresh);
  } catch {
    fresh.catch(() => {});
    return kept ?? Response.error();
  }
};

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (shell.includes(url.pathname)) event.respondWith(file(request));
});

self.addEventListener('message', event => {
  if (event.data?.keep) event.waitUntil(remember(event.data).catch(() => false).then(kept => event.ports[0]?.postMessage(kept)));
});

// Where the browser has it, what waits is sent even after the page was closed.
self.addEventListener('sync', event => {
  if (event.tag === 'saima-send') event.waitUntil(send().then(async done => {
    // What is kept of a sheet is from before it was sent.
    for (const key of new Set((await all('items')).filter(item => item.state === 'sent').map(item => keyOf(item.address)))) if (await find(key)) await ask(key).then(answer => keep(key, answer)).catch(() => false);
    if (!done) throw new Error('again');
  }));
});
