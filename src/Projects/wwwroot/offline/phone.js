// The page of what waits, and of the sheets that open without a network.
import { all, onChanged } from './store.js';
import { able, start } from './queue.js';

const panel = document.querySelector('[data-queue]');
const list = document.querySelector('[data-sheets]');
if (panel && able) {
  document.querySelector('[data-no-offline]').remove();
  const desk = await start(panel);
  const draw = async () => {
    const sheets = (await all('sheets')).sort((one, other) => other.at - one.at);
    list.hidden = false;
    list.querySelector('[data-no-sheets]').hidden = sheets.length > 0;
    list.querySelector('[data-sheet-list]').replaceChildren(...sheets.map(sheet => {
      const row = document.createElement('li');
      const link = document.createElement('a');
      link.href = sheet.address;
      link.textContent = sheet.title;
      row.append(link);
      return row;
    }));
  };
  onChanged(draw);
  await draw();
  await desk.keep(false);
}
