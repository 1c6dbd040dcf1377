// Turns to the item before or the next with the arrow keys; not while somebody types.
addEventListener('keydown', event => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest('input, textarea, select, [contenteditable]')) return;
  const way = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
  const link = way && document.querySelector(`.review-turn a[rel=${way}]`);
  if (link) { event.preventDefault(); link.click(); }
});
