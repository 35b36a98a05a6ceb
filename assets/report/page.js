// The report's own script: draws the figures, shows tips, compares one or two institutions, and makes files.
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const figures = read('figures');
  const names = read('names');
  const views = [];
  const small = window.matchMedia('(max-width: 40rem)');
  const tip = document.getElementById('tip');
  const status = document.getElementById('status');
  /** A rule of the page's own style sheet: the page's policy allows no element a style of its own. */
  const ruleOf = (selector) =>
    [...document.styleSheets[0].cssRules].find((rule) => rule.selectorText === selector).style;
  const tipRule = ruleOf('#tip');
  const rootRule = ruleOf(':root');
  const chips = [...document.querySelectorAll('button[data-institution]')];
  /** One or two institutions that stand out; the address keeps them. */
  let chosen = (new URL(location.href).searchParams.get('show') ?? '')
    .split(',')
    .filter((id) => id in names)
    .slice(0, 2);

  /** Shows one line a value beside the pointer; everything is set as text. */
  function showTip(_handler, event, _item, value) {
    if (value === null || value === undefined || typeof value !== 'object') {
      tip.hidden = true;
      return;
    }
    tip.replaceChildren(
      ...Object.entries(value).flatMap(([key, content]) => {
        const term = document.createElement('dt');
        const text = document.createElement('dd');
        term.textContent = key;
        text.textContent = String(content);
        return [term, text];
      }),
    );
    tip.hidden = false;
    const { width, height } = tip.getBoundingClientRect();
    const left = Math.min(event.clientX + 14, window.innerWidth - width - 8);
    const below = event.clientY + 14 + height < window.innerHeight;
    tipRule.left = `${Math.max(8, left)}px`;
    tipRule.top = `${below ? event.clientY + 14 : event.clientY - height - 10}px`;
  }

  const signal = () => (chosen.length === 0 ? '' : `|${chosen.join('|')}|`);

  /** Shows the choice in chips, figures, status and address. */
  function show() {
    for (const chip of chips)
      chip.setAttribute('aria-pressed', String(chosen.includes(chip.dataset.institution)));
    status.textContent = chosen.map((id) => names[id]).join(', ');
    for (const view of views) view.signal('highlight', signal()).runAsync();
  }

  /** Takes an institution in or out; of three the first chosen goes. */
  function toggle(institution) {
    chosen = chosen.includes(institution)
      ? chosen.filter((id) => id !== institution)
      : [...chosen, institution].slice(-2);
    const there = new URL(location.href);
    if (chosen.length === 0) there.searchParams.delete('show');
    else there.searchParams.set('show', chosen.join(','));
    try {
      history.replaceState(null, '', there);
    } catch {
      // A page from disk may not change its address everywhere.
    }
    show();
  }

  for (const chip of chips)
    chip.addEventListener('click', () => toggle(chip.dataset.institution));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || chosen.length === 0) return;
    chosen = chosen.slice(0, 1);
    toggle(chosen[0]);
  });

  /** Hands a file to the reader that is made here, so that a mailed page keeps it. */
  function save(name, text, type) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  for (const button of document.querySelectorAll('button[data-table]'))
    button.addEventListener('click', () => {
      const rows = [...document.getElementById(button.dataset.table).rows];
      const text = rows
        .map((row) =>
          [...row.cells]
            .map((cell) => quoted(cell.textContent.replaceAll(/\s+/g, ' ').trim()))
            .join(','),
        )
        .join('\n');
      save(`${button.dataset.name}.csv`, `\ufeff${text}\n`, 'text/csv');
    });
  for (const button of document.querySelectorAll('button[data-picture]'))
    button.addEventListener('click', async () => {
      const at = figures.findIndex(({ id }) => id === button.dataset.picture);
      const svg = await views[at].toSVG();
      save(`${button.dataset.picture}.svg`, svg, 'image/svg+xml');
    });

  const bar = document.querySelector('nav.bar');
  const fit = () => rootRule.setProperty('--bar', `${bar?.offsetHeight ?? 0}px`);
  fit();
  window.addEventListener('resize', fit);

  /** Vega gives a picture's place, ground and cursor as styles of elements: the style sheet says them all. */
  const unstyled = new MutationObserver((changes) => {
    for (const { target } of changes) target.removeAttribute('style');
  });
  for (const holder of document.querySelectorAll('.plot'))
    unstyled.observe(holder, { subtree: true, attributes: true, attributeFilter: ['style'] });

  async function draw({ id, wide, narrow }) {
    const holder = document.getElementById(`plot-${id}`);
    const spec = small.matches ? narrow : wide;
    const view = new vega.View(vega.parse(spec, undefined, { ast: true }), {
      expr: expressionInterpreter,
      renderer: 'svg',
      container: holder,
      hover: false,
      logLevel: vega.Error,
      loader: vega.loader({ mode: 'none' }),
    });
    view.tooltip(showTip);
    view.addEventListener('click', (_event, item) => {
      const institution = item?.datum?.institution;
      if (institution !== undefined && institution in names) toggle(institution);
    });
    view.signal('highlight', signal());
    await view.runAsync();
    const svg = holder.querySelector('svg');
    svg?.setAttribute('aria-hidden', 'true');
    views.push(view);
  }

  let drawing = Promise.resolve();

  /** Draws all figures for the window as it is; again where a telephone is turned. */
  function drawAll() {
    drawing = drawing.then(async () => {
      for (const view of views.splice(0)) view.finalize();
      // Labels are measured in the page's own fonts, so these must be there first.
      await Promise.all([...document.fonts].map((face) => face.load()));
      for (const figure of figures) await draw(figure);
      document.documentElement.dataset.drawn = small.matches ? 'narrow' : 'wide';
    });
  }

  small.addEventListener('change', drawAll);
  show();
  drawAll();
})();
