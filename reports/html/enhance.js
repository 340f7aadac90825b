/**
 * Runs in the reader's browser, where its text is put into the page: it may use nothing from outside itself. The page is
 * complete without it.
 */
export function enhance() {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  document.documentElement.classList.add('js');

  const copy = async (button) => {
    const pre = button.closest('.copyable').querySelector('pre');
    try {
      await navigator.clipboard.writeText(pre.textContent);
    } catch {
      getSelection().selectAllChildren(pre);
      document.execCommand('copy');
    }
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 1500);
  };
  for (const button of all('button.copy')) button.addEventListener('click', () => copy(button));

  const rows = all('.row').map((row) => {
    const operation = row.closest('.operation').querySelector('h4').textContent;
    return { row, text: `${row.querySelector('summary').textContent} ${operation}`.toLowerCase() };
  });
  const chapters = all('.chapter');
  const wasOpen = new Map(chapters.map((chapter) => [chapter, chapter.open]));
  const chips = all('[data-filter]');
  const find = one('#find');
  const level = one('#level');

  const filter = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const outcomes = chips.filter((chip) => chip.ariaPressed === 'true').map((chip) => chip.dataset.filter);
    const active = words.length > 0 || outcomes.length > 0 || level.value !== '';
    let found = 0;
    for (const { row, text } of rows) {
      const fits =
        words.every((word) => text.includes(word)) &&
        (outcomes.length === 0 || outcomes.includes(row.dataset.outcome)) &&
        (level.value === '' || level.value === row.dataset.level);
      row.hidden = !fits;
      if (fits) found += 1;
    }
    for (const group of all('.operation')) group.hidden = !group.querySelector('.row:not([hidden])');
    for (const chapter of chapters) {
      chapter.hidden = !chapter.querySelector('.row:not([hidden])');
      chapter.open = active || wasOpen.get(chapter);
    }
    one('.nothing').hidden = found > 0;
    one('#found').textContent = active ? `${found} of ${rows.length}` : '';
  };
  find.addEventListener('input', filter);
  level.addEventListener('change', filter);
  for (const chip of chips) {
    chip.addEventListener('click', () => {
      chip.ariaPressed = chip.ariaPressed === 'true' ? 'false' : 'true';
      filter();
    });
  }

  const unfold = one('#unfold');
  unfold.addEventListener('click', () => {
    const open = unfold.ariaPressed !== 'true';
    unfold.ariaPressed = String(open);
    unfold.textContent = open ? 'Close all' : 'Open all';
    for (const chapter of chapters) {
      chapter.open = open;
      wasOpen.set(chapter, open);
    }
  });

  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS') at.open = true;
      if (at.hidden) at.hidden = false;
    }
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  // Paper has no buttons: what failed and every chapter is laid open.
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all('.chapter, .failure, .fold').filter((each) => !each.open);
    for (const each of closed) each.open = true;
  });
  addEventListener('afterprint', () => {
    for (const each of closed) each.open = false;
  });
}
