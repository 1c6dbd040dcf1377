// Says what is wrong with a field while it is typed: the answers are the server's, the same that saving would give. It never keeps anybody from typing or saving.
const wait = 350;

for (const form of document.querySelectorAll('form[data-check]')) {
  const touched = new Set();
  let timer;
  let asked = 0;

  // A place for each field where what is said is read out.
  for (const field of form.querySelectorAll('.entry-field :is(input, select)')) {
    const live = document.createElement('p');
    live.className = 'fault live';
    live.id = `${field.id}-live`;
    live.setAttribute('aria-live', 'polite');
    field.closest('.entry-field').append(live);
    field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${live.id}`.trim());
  }

  const show = (field, said) => {
    const live = document.getElementById(`${field.id}-live`);
    if (!live || field.readOnly) {
      return;
    }

    const note = document.getElementById(`${field.id}-note`);
    if (note?.classList.contains('fault')) {
      note.remove();
    }

    if (live.textContent !== (said ?? '')) {
      live.textContent = said ?? '';
    }

    if (said) {
      field.setAttribute('aria-invalid', 'true');
    } else {
      field.removeAttribute('aria-invalid');
    }

    field.closest('.entry-field')?.classList.toggle('faulty', Boolean(said));
  };

  const check = async () => {
    const mine = ++asked;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && value !== '' && !name.startsWith('_') && !['by', 'reason', 'version'].includes(name)) {
        query.set(name, value);
      }
    }

    try {
      const answer = await fetch(`${form.dataset.check}&${query}`, { cache: 'no-store' });
      if (!answer.ok || mine !== asked) {
        return;
      }

      const said = await answer.json();
      for (const name of touched) {
        const field = form.elements[name];
        if (field) {
          show(field, said[name]);
        }
      }
    } catch {
      // Out of reach: the same answers come on saving.
    }
  };

  form.addEventListener('input', event => {
    touched.add(event.target.name);
    clearTimeout(timer);
    timer = setTimeout(check, wait);
  });
  form.addEventListener('focusout', event => {
    if (event.target.name && event.target.required && event.target.value === '' && touched.has(event.target.name)) {
      clearTimeout(timer);
      check();
    }
  });
}
