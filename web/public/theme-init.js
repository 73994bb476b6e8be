(function () {
  var scheme = null;
  try {
    scheme = localStorage.getItem('hub-color-scheme');
  } catch {
    // Storage may be denied; the system's preference decides then.
  }
  if (scheme !== 'light' && scheme !== 'dark') {
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
