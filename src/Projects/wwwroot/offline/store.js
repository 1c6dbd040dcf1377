// What this device keeps of one person: reports on their way, photos, the list of sheets that open without a network. Pages and the worker use it alike.
const name = 'saima-offline';
const stores = { meta: 'key', items: 'id', photos: 'id', sheets: 'address' };
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
let opened;

const settled = request => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

const open = () => {
  opened ??= new Promise((done, failed) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const [store, keyPath] of Object.entries(stores)) request.result.createObjectStore(store, { keyPath });
    };
    request.onsuccess = () => {
      const db = request.result;
      // Whoever clears the site's data takes it away under an open page.
      db.onversionchange = () => { db.close(); opened = null; };
      db.onclose = () => { opened = null; };
      done(db);
    };
    request.onerror = () => { opened = null; failed(request.error); };
  });
  return opened;
};

// One transaction over all stores; what is done in it is there whole or not at all.
const within = async (mode, work) => {
  const db = await open();
  const transaction = db.transaction(Object.keys(stores), mode, { durability: 'strict' });
  const finished = new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = transaction.onerror = () => failed(transaction.error);
  });
  const result = await work(store => transaction.objectStore(store));
  await finished;
  return result;
};

export const all = store => within('readonly', of => settled(of(store).getAll()));
export const get = (store, key) => within('readonly', of => settled(of(store).get(key)));
export const write = work => within('readwrite', work);
export const put = (store, value) => write(of => settled(of(store).put(value)));
export const remove = (store, key) => write(of => settled(of(store).delete(key)));

/** Changes one record if it is still there: somebody may have discarded it meanwhile. */
export const change = (store, key, work) => write(async of => {
  const now = await settled(of(store).get(key));
  if (now === undefined) return undefined;
  const next = work(now);
  await settled(of(store).put(next));
  return next;
});

export const changed = () => {
  channel?.postMessage('changed');
  globalThis.dispatchEvent?.(new Event('saima-queue'));
};

export const onChanged = work => {
  channel?.addEventListener('message', work);
  globalThis.addEventListener?.('saima-queue', work);
};

export const owner = async () => (await get('meta', 'owner'))?.person ?? null;

/** Throws away everything that is kept of whoever it was. */
export const wipe = async () => {
  await write(of => Promise.all(Object.keys(stores).map(store => settled(of(store).clear()))));
  for (const key of await caches.keys()) if (key.startsWith('saima-pages-')) await caches.delete(key);
  if (typeof localStorage !== 'undefined') for (const key of Object.keys(localStorage)) if (key.startsWith('saima-sheet-')) localStorage.removeItem(key);
  changed();
};

/** From now on the device keeps what is this person's; what was another's is gone first. */
export const own = async person => {
  const before = await owner();
  if (before === person) return;
  if (before !== null) await wipe();
  await put('meta', { key: 'owner', person });
};

/** What is not taken in yet. */
export const unsent = async () => (await all('items')).filter(item => item.state !== 'sent');
