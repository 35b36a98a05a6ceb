/**
 * Starts the two workers while the rest of the page is still being read: a script of its own, right behind their text. The
 * page takes them over as `window.labEngine`.
 */
const text = document.getElementById('worker')?.textContent ?? '';
const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
Object.assign(window, { labEngine: { url, workers: [new Worker(url), new Worker(url)] } });
