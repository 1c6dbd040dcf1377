// Buttons that copy the address of the page; without this script they are not shown.
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(location.href);
    const said = button.querySelector('span');
    const before = said.textContent;
    said.textContent = button.dataset.copy;
    setTimeout(() => { said.textContent = before; }, 2000);
  });
}
