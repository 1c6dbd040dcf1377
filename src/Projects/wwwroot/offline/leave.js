// On a device that several people use nothing of one is left for the next: whoever signs out with something unsent is asked first.
import { unsent, wipe } from './store.js';

const count = async () => {
  try {
    return 'indexedDB' in window ? (await unsent()).length : 0;
  } catch {
    return 0;
  }
};

for (const form of document.querySelectorAll('form[data-leave]')) {
  form.addEventListener('submit', async event => {
    if (form.dataset.left !== undefined) return;
    event.preventDefault();
    if (await count() > 0 && !confirm(form.dataset.leave)) return;
    try {
      await wipe();
    } catch {
      // Nothing is kept where nothing can be.
    }

    form.dataset.left = '';
    form.requestSubmit();
  });
}

const still = document.querySelector('[data-still-waiting]');
if (still) still.hidden = await count() === 0;
