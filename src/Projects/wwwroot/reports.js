// The sheet of monthly reports: a pasted block fills the fields it covers, arrow keys and Enter move as in a spreadsheet, the server says what is wrong while one types,
// and what is not submitted stays on this device. Without it the sheet is an ordinary form.
const wait = 400;

for (const table of document.querySelectorAll('table[data-pick]')) {
  const boxes = [...table.querySelectorAll('tbody input[type=checkbox]')];
  const head = table.querySelector('thead th');
  if (boxes.length > 1) {
    const all = document.createElement('input');
    all.type = 'checkbox';
    all.setAttribute('aria-label', head.textContent.trim());
    all.addEventListener('change', () => boxes.forEach(box => { box.checked = all.checked; }));
    head.append(all);
  }
}

for (const sheet of document.querySelectorAll('form.sheet')) {
  const rows = [...sheet.querySelectorAll('.filing')];
  const fields = row => [...row.querySelectorAll('[data-field]')];
  const at = (row, column) => rows[row] && fields(rows[row])[column];
  const where = field => {
    const row = rows.indexOf(field.closest('.filing'));
    return [row, fields(rows[row]).indexOf(field)];
  };

  const go = field => {
    field?.focus();
    field?.select?.();
  };

  sheet.addEventListener('keydown', event => {
    const field = event.target.closest('[data-field]');
    if (!field || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const [row, column] = where(field);
    const text = field.tagName === 'TEXTAREA';
    if (event.key === 'Enter' && !(text && event.shiftKey)) {
      event.preventDefault();
      go(at(row + 1, column) ?? at(0, column + 1));
    } else if (event.key === 'ArrowDown' && !text) {
      event.preventDefault();
      go(at(row + 1, column));
    } else if (event.key === 'ArrowUp' && !text) {
      event.preventDefault();
      go(at(row - 1, column));
    }
  });

  sheet.addEventListener('paste', event => {
    const field = event.target.closest('[data-field]');
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map(line => line.split('\t'));
    if (!field || (lines.length === 1 && lines[0].length === 1)) return;
    if (field.tagName === 'TEXTAREA' && lines.every(line => line.length === 1)) return;
    event.preventDefault();
    const [row, column] = where(field);
    lines.forEach((line, down) => line.forEach((cell, right) => {
      const target = at(row + down, column + right);
      if (target) {
        target.value = cell.trim();
        target.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }));
  });

  // What is wrong, row by row.
  const timers = new Map();
  const asked = new Map();
  const say = (row, said) => {
    for (const field of fields(row)) {
      const wrong = said[field.dataset.field];
      const note = document.getElementById(field.getAttribute('aria-describedby'));
      if (note.textContent !== (wrong ?? '')) note.textContent = wrong ?? '';
      field.toggleAttribute('aria-invalid', Boolean(wrong));
      if (wrong) field.setAttribute('aria-invalid', 'true');
      field.closest('label').classList.toggle('faulty', Boolean(wrong));
    }
  };

  // The two sums of the form, in whole yuan, where every figure is a plain number.
  const sums = row => {
    const yuan = text => /^-?[\d,]+(\.\d{1,4})?$/.test(text) ? Math.round(Number(text.replaceAll(',', '')) * 10000) : text === '' ? 0 : NaN;
    const [month, year, ...parts] = fields(row).slice(0, 6).map(field => field.value.trim());
    const [total, before] = [yuan(year), yuan(row.dataset.before ?? '')];
    const said = {};
    if (month !== '' && year !== '' && row.dataset.before !== undefined && total !== yuan(month) + before && !Number.isNaN(total + yuan(month))) said.year_to_date = row.dataset.sumSaid;
    const sum = parts.reduce((so, part) => so + yuan(part), 0);
    if (year !== '' && sum !== total && !Number.isNaN(sum + total)) said.other = row.dataset.partsSaid;
    return said;
  };
  const check = async row => {
    const mine = (asked.get(row) ?? 0) + 1;
    asked.set(row, mine);
    const query = new URLSearchParams({ _project: row.dataset.project });
    for (const field of fields(row)) if (field.value.trim() !== '') query.set(field.dataset.field, field.value);
    try {
      const answer = await fetch(`${sheet.dataset.check}&${query}`, { cache: 'no-store' });
      if (!answer.ok || asked.get(row) !== mine) return;
      say(row, await answer.json());
    } catch {
      // Out of reach: the sums at least; the rest is said once it is sent.
      if (asked.get(row) === mine) say(row, sums(row));
    }
  };

  // Last month's problems and next steps with one click; marked as long as they are what they were.
  const same = text => text.replace(/\r\n?/g, '\n').trim();
  const mark = row => {
    for (const tag of row.querySelectorAll('[data-carried]')) tag.hidden = same(row.querySelector(`[data-field=${tag.dataset.carried}]`).value) !== same(tag.dataset.last);
  };
  for (const button of sheet.querySelectorAll('[data-carry]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const row = button.closest('.filing');
      for (const tag of row.querySelectorAll('[data-carried]')) {
        const field = row.querySelector(`[data-field=${tag.dataset.carried}]`);
        field.value = tag.dataset.last;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
  }

  // What is not submitted yet, kept by field with the revision it was typed over.
  const note = sheet.querySelector('[data-sheet-note]');
  const kept = sheet.dataset.kept;
  const seen = row => row.querySelector('input[name$=".seen"]').value;
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(kept) ?? '{}');
    } catch {
      return {};
    }
  };
  const keep = () => {
    const all = {};
    for (const row of rows) {
      const changed = fields(row).filter(field => field.value !== field.defaultValue);
      if (changed.length > 0) all[row.dataset.project] = { seen: seen(row), texts: Object.fromEntries(changed.map(field => [field.dataset.field, field.value])) };
    }
    try {
      if (Object.keys(all).length > 0) {
        localStorage.setItem(kept, JSON.stringify(all));
        note.textContent = note.dataset.keptNote;
      } else {
        localStorage.removeItem(kept);
        note.textContent = '';
      }
    } catch {
      // No room on this device: the sheet works all the same.
    }
  };

  const before = read();
  for (const row of rows) {
    const mine = before[row.dataset.project];
    if (mine && mine.seen === seen(row)) {
      for (const field of fields(row)) if (mine.texts[field.dataset.field] !== undefined && field.value === field.defaultValue) field.value = mine.texts[field.dataset.field];
      mark(row);
      check(row);
    }
  }
  keep();

  sheet.addEventListener('input', event => {
    const row = event.target.closest('.filing');
    if (!row) return;
    mark(row);
    clearTimeout(timers.get(row));
    timers.set(row, setTimeout(() => { check(row); keep(); }, wait));
  });
}
