// The report's own script: draws the figures, shows tips, and dims all institutions but one.
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const figures = read('figures');
  const names = read('names');
  const views = [];
  const small = window.matchMedia('(max-width: 40rem)');
  const tip = document.getElementById('tip');
  const status = document.getElementById('status');
  const chips = [...document.querySelectorAll('button[data-institution]')];
  let chosen = '';

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
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${below ? event.clientY + 14 : event.clientY - height - 10}px`;
  }

  function highlight(institution) {
    chosen = institution === chosen ? '' : institution;
    for (const chip of chips)
      chip.setAttribute('aria-pressed', String(chip.dataset.institution === chosen));
    status.textContent = chosen === '' ? '' : names[chosen];
    for (const view of views) view.signal('highlight', chosen).runAsync();
  }

  for (const chip of chips)
    chip.addEventListener('click', () => highlight(chip.dataset.institution));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && chosen !== '') highlight(chosen);
  });

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
      if (institution !== undefined && institution in names) highlight(institution);
    });
    if (chosen !== '') view.signal('highlight', chosen);
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
  drawAll();
})();
