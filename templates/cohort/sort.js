// Sorts the board's tables by a click or a key on a column's title; without it the page is whole, in its own order.
(() => {
  const collator = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });
  const status = document.getElementById('sorted');
  const compare = (a, b) => {
    const numbers = [Number(a), Number(b)];
    return numbers.some(Number.isNaN) ? collator.compare(a, b) : numbers[0] - numbers[1];
  };
  const sort = (table, at, descending) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, key: row.cells[at].dataset.sort ?? row.cells[at].textContent.trim() }));
    rows.sort((a, b) => {
      // What has no value stands last, whichever way the others go.
      if (a.key === '' || b.key === '') return (a.key === '' ? 1 : 0) - (b.key === '' ? 1 : 0);
      return descending ? compare(b.key, a.key) : compare(a.key, b.key);
    });
    body.append(...rows.map(({ row }) => row));
  };
  for (const table of document.querySelectorAll('table[data-sortable]')) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, at) => {
      const button = document.createElement('button');
      const label = head.textContent;
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const descending = head.getAttribute('aria-sort') === 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        sort(table, at, descending);
        const { ascending, descending: down } = document.body.dataset;
        status.textContent = `${label} : ${descending ? down : ascending}`;
      });
    });
  }
})();
