// What the pages can do beyond links and forms: keys, the preview beside the list, the visitor's time zone.
(() => {
  'use strict';
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && !document.cookie.includes('tz=' + encodeURIComponent(zone)))
    document.cookie = 'tz=' + encodeURIComponent(zone) + ';path=/;max-age=31536000;samesite=lax';

  const wide = matchMedia('(min-width: 1180px)');
  const box = document.getElementById('q');
  const keys = document.getElementById('keys');
  const hits = () => [...document.querySelectorAll('.hit')];
  const selected = () => document.querySelector('.hit.sel');

  /** Marks a notice in the list and, where there is room, shows it beside the list. */
  function select(hit, focus) {
    if (!hit || hit === selected()) return;
    hits().forEach(other => other.classList.toggle('sel', other === hit));
    if (focus) {
      hit.querySelector('h2 a').focus({preventScroll: true});
      hit.scrollIntoView({block: 'nearest'});
    }
    if (wide.matches) hit.dispatchEvent(new Event('choose'));
  }

  function move(step) {
    const all = hits();
    const at = all.indexOf(selected());
    select(all[Math.max(0, Math.min(all.length - 1, at + step))], true);
  }

  function ready() {
    if (wide.matches && !selected()) select(hits()[0], false);
  }

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || keys.open) return;
    if (event.target.closest('input, textarea, select')) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const evidence = document.getElementById('evidence');
    if (event.key === '/') { box.focus(); box.select(); }
    else if (event.key === 'j') move(1);
    else if (event.key === 'k') move(-1);
    else if (event.key === '?') keys.showModal();
    else if (event.key === 'e' && evidence) evidence.focus();
    else if (event.key === 'Enter' && event.target === document.body && selected()) selected().querySelector('h2 a').click();
    else return;
    event.preventDefault();
  });
  document.addEventListener('click', event => {
    const hit = event.target.closest('.hit');
    if (hit && !event.target.closest('a')) select(hit, false);
  });
  document.addEventListener('focusin', event => select(event.target.closest('.hit'), false));

  // The workbench: as many numbers as lines, and a mistake leads to its line.
  document.addEventListener('input', event => {
    const gutter = document.getElementById('gutter');
    if (event.target.id !== 'yaml' || !gutter) return;
    for (let lines = Math.min(3000, event.target.value.split('\n').length + 2); gutter.children.length < lines;)
      gutter.append(Object.assign(document.createElement('li'), {textContent: gutter.children.length + 1}));
  });
  document.addEventListener('click', event => {
    const yaml = document.getElementById('yaml');
    const link = event.target.closest('[data-line]');
    if (!link || !yaml) return;
    event.preventDefault();
    const lines = yaml.value.split('\n');
    const line = Math.min(lines.length, Number(link.dataset.line));
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    yaml.focus({preventScroll: true});
    yaml.setSelectionRange(start, start + lines[line - 1].length);
    document.getElementById('gutter').children[line - 1]?.scrollIntoView({block: 'center'});
  });

  const show = document.getElementById('show-keys');
  show.hidden = false;
  show.addEventListener('click', () => keys.showModal());

  document.addEventListener('htmx:afterSettle', event => {
    const search = document.getElementById('search');
    if (!search || event.target.id === 'preview') return;
    if (document.activeElement !== box) box.value = search.dataset.query ?? '';
    const count = document.getElementById('count');
    document.getElementById('said').textContent = count ? count.textContent : '';
    ready();
  });
  document.addEventListener('htmx:load', ready, {once: true});
  // Coming back to a page that the browser kept: the box says what the list shows.
  addEventListener('pageshow', () => {
    const search = document.getElementById('search');
    if (search) box.value = search.dataset.query ?? '';
  });
})();
