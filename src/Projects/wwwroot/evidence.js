// Says before sending that files are too large; without this script the server says so.
for (const input of document.querySelectorAll('input[type=file][data-most]'))
  input.addEventListener('change', () => {
    const size = [...input.files].reduce((sum, file) => sum + file.size, 0);
    input.setCustomValidity(size > Number(input.dataset.most) ? input.dataset.tooLarge : '');
    input.reportValidity();
  });
