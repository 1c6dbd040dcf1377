// The import desk with a little more comfort: a file can be dropped, and progress is followed without loading the page anew.
const zone = document.querySelector('[data-drop]');
if (zone) {
  const input = zone.querySelector('input[type=file]');
  zone.classList.add('ready');
  const over = on => event => { event.preventDefault(); zone.classList.toggle('over', on); };
  zone.addEventListener('dragenter', over(true));
  zone.addEventListener('dragover', over(true));
  zone.addEventListener('dragleave', over(false));
  zone.addEventListener('drop', event => {
    over(false)(event);
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
    }
  });
}

const work = document.querySelector('[data-progress]');
if (work) {
  const text = work.querySelector('[data-progress-text]');
  const bar = work.querySelector('progress');
  const look = async () => {
    try {
      const answer = await fetch(work.dataset.progress, { cache: 'no-store' });
      const now = answer.ok ? await answer.json() : { working: false };
      if (!now.working) {
        location.reload();
        return;
      }
      if (text.textContent !== now.text) {
        text.textContent = now.text;
      }
      if (now.total) {
        bar.max = now.total;
        bar.value = now.rows;
      } else {
        bar.removeAttribute('value');
      }
    } catch {
      // The site is being started anew; the next look will tell.
    }
    setTimeout(look, 700);
  };
  setTimeout(look, 300);
}
