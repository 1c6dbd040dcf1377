// The sheet where there may be no network: photos of a project, and what is submitted waits in the queue until it is taken in.
import { all, changed, put, remove, wipe, write } from './store.js';
import { able, start } from './queue.js';

const form = document.querySelector('form.sheet');
const panel = document.querySelector('[data-queue]');
const patience = 5000;

const thumbnail = async file => {
  try {
    const picture = await createImageBitmap(file, { resizeHeight: 96 });
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [picture.width, picture.height];
    canvas.getContext('2d').drawImage(picture, 0, 0);
    return canvas.toDataURL('image/jpeg', 0.7);
  } catch {
    return null;
  }
};

const run = async () => {
  const { person, address, title } = panel.dataset;
  const { season, month } = form.dataset;
  const rows = [...form.querySelectorAll('.filing')];
  const note = form.querySelector('[data-sheet-note]');
  const fields = row => [...row.querySelectorAll('[data-field]')];
  const valueOf = (row, field) => row.querySelector(`[data-field=${field}]`).value.trim();
  const seen = row => row.querySelector('input[name$=".seen"]');
  const typed = row => form.dataset.typed !== undefined || fields(row).some(field => field.value !== field.defaultValue);
  const filled = row => fields(row).slice(0, 6).some(field => field.value.trim() !== '');
  const drafts = async () => (await all('photos')).filter(photo => photo.state === 'draft' && photo.address === address);
  const loaded = performance.timeOrigin;
  const drawPhotos = async () => {
    const photos = await drafts();
    for (const row of rows) {
      row.querySelector('[data-photos]').hidden = false;
      row.querySelector('[data-photo-list]').replaceChildren(...photos.filter(photo => photo.project === row.dataset.project).map(photo => {
        const line = document.createElement('li');
        if (photo.thumb) {
          const picture = document.createElement('img');
          picture.src = photo.thumb;
          picture.alt = '';
          line.append(picture);
        }

        const name = document.createElement('span');
        name.textContent = photo.name;
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'btn btn-sm';
        button.textContent = '×';
        button.setAttribute('aria-label', `${form.dataset.remove}：${photo.name}`);
        button.addEventListener('click', async () => {
          await remove('photos', photo.id);
          await drawPhotos();
          row.querySelector('[data-photo-input]').focus();
        });
        line.append(name, button);
        return line;
      }));
    }
  };

  form.addEventListener('change', async event => {
    const input = event.target.closest('[data-photo-input]');
    if (!input) return;
    const { project } = input.closest('.filing').dataset;
    const chosen = [...input.files];
    input.value = '';
    try {
      for (const file of chosen) {
        // Read at once: what a phone lends out may be gone when it is to be sent.
        const blob = new Blob([await file.arrayBuffer()], { type: file.type });
        await put('photos', { id: crypto.randomUUID(), state: 'draft', address, project, name: file.name, blob, thumb: await thumbnail(file), at: Date.now() });
      }
    } catch {
      note.textContent = form.dataset.noRoom;
    }

    await drawPhotos();
  });

  const forget = row => {
    for (const field of fields(row)) field.value = field.defaultValue;
    try {
      const kept = JSON.parse(localStorage.getItem(form.dataset.kept) ?? '{}');
      delete kept[row.dataset.project];
      localStorage.setItem(form.dataset.kept, JSON.stringify(kept));
    } catch {
      // It is not kept, then.
    }

    fields(row)[0].dispatchEvent(new Event('input', { bubbles: true }));
  };

  const label = (row, field) => row.querySelector(`[data-field=${field}]`).closest('label').firstChild.textContent.trim();

  const itemOf = (row, photos) => {
    const report = typed(row) && filled(row);
    return {
      id: crypto.randomUUID(), person, season, month, address, title, project: row.dataset.project, name: row.dataset.name, seen: Number(seen(row).value), state: 'waiting', at: Date.now(),
      texts: report ? Object.fromEntries(fields(row).map(field => [field.dataset.field, field.value])) : null,
      figures: report ? ['invested', 'year_to_date'].map(field => `${label(row, field)} ${valueOf(row, field)}`).join(' · ') : null,
      photos: photos.map(photo => photo.id),
    };
  };

  const toQueue = async photos => {
    const made = rows.filter(row => !row.disabled).map(row => [row, photos.filter(photo => photo.project === row.dataset.project)])
      .filter(([row, own]) => own.length > 0 || (typed(row) && filled(row))).map(([row, own]) => [row, own, itemOf(row, own)]);
    if (made.length === 0) {
      note.textContent = form.dataset.nothing;
      return;
    }

    try {
      await write(of => {
        for (const [, own, item] of made) {
          of('items').put(item);
          for (const photo of own) of('photos').put({ ...photo, state: 'waiting', item: item.id });
        }
      });
    } catch {
      note.textContent = form.dataset.noRoom;
      return;
    }

    for (const [row, , item] of made) if (item.texts) forget(row);
    await drawPhotos();
    const desk = await ready;
    await desk.draw();
    panel.focus();
    panel.scrollIntoView({ block: 'start' });
    await desk.queue();
  };

  // A page that was kept has a token of long ago; whoever answers this is there, and is this person.
  const reach = async () => {
    if (!navigator.onLine) return null;
    try {
      const answer = await fetch('/reports/sending/token.json', { cache: 'no-store', redirect: 'error', headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(patience) });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  };

  // Typed in the office the whole sheet goes at once, all or none; photos, or no network, and each project goes by itself.
  let through = false;
  let busy = false;
  addEventListener('pageshow', () => { through = false; });
  form.addEventListener('submit', async event => {
    if (through) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    try {
      const photos = await drafts();
      const reached = photos.length === 0 ? await reach() : null;
      if (reached && reached.person !== person) {
        await wipe();
        location.assign(address);
      } else if (reached) {
        form.elements.__RequestVerificationToken.value = reached.token;
        through = true;
        form.requestSubmit();
      } else {
        await toQueue(photos);
      }
    } finally {
      busy = false;
    }
  });

  const edit = async item => {
    const row = rows.find(one => one.dataset.project === item.project);
    if (!row) return;
    row.disabled = false;
    for (const field of fields(row)) if (item.texts) field.value = item.texts[field.dataset.field] ?? '';
    seen(row).value = item.seen;
    await write(of => {
      of('items').delete(item.id);
      for (const id of item.photos) {
        const request = of('photos').get(id);
        // A photo that arrived is evidence already.
        request.onsuccess = () => { if (request.result) { if (request.result.blob) of('photos').put({ ...request.result, state: 'draft', item: null, said: null }); else of('photos').delete(id); } };
      }
    });
    fields(row)[0].dispatchEvent(new Event('input', { bubbles: true }));
    await drawPhotos();
    changed();
    fields(row)[0].focus();
  };

  // Once something was taken in, what this page began with is out of date.
  let stale = false;
  const renew = () => {
    if (stale && navigator.onLine && !document.activeElement?.closest('[data-field]')) location.assign(address);
  };
  form.addEventListener('focusout', () => setTimeout(renew, 300));

  panel.addEventListener('drawn', ({ detail: items }) => {
    const mine = items.filter(item => item.address === address);
    for (const row of rows) {
      const open = mine.some(item => item.project === row.dataset.project && item.texts && item.state !== 'sent' && !item.done);
      const sent = mine.some(item => item.project === row.dataset.project && item.done && item.sentAt > loaded);
      row.disabled = open || sent;
      row.querySelector('[data-queued-note]').hidden = !open;
      stale ||= sent;
    }

    renew();
  });

  const ready = start(panel, { edit });
  await drawPhotos();
  const desk = await ready;
  const button = document.querySelector('[data-keep]');
  if (button) {
    button.hidden = false;
    button.addEventListener('click', () => desk.keep(true));
  }

  await desk.keep(false);
};

if (form && panel && able) await run();
