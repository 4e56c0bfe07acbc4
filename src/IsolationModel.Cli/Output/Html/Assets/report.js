// What the page does beyond showing itself: it filters the rows of workloads. Without it everything is there, only unfiltered.
"use strict";

(() => {
  const form = document.getElementById("filters");
  const container = document.getElementById("rows");
  if (!form || !container) {
    return;
  }

  const rows = Array.from(container.children, (element) => ({
    element,
    // What can be read in the row, its file included, and the rules of its findings.
    text: `${element.firstElementChild.textContent} ${element.dataset.rules}`.toLowerCase(),
    needs: new Set(element.dataset.need.split(" ")),
  }));
  const shown = document.getElementById("shown");
  const noneLeft = document.getElementById("none-left");
  const exact = ["verdict", "severity", "namespace", "technology"];

  const matches = (row, words, chosen, need) =>
    words.every((word) => row.text.includes(word))
    && exact.every((name) => chosen[name] === "" || row.element.dataset[name] === chosen[name])
    && (need === "" || row.needs.has(need));

  const apply = () => {
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    const chosen = Object.fromEntries(exact.map((name) => [name, form.elements[name].value]));
    let count = 0;
    for (const row of rows) {
      const isShown = matches(row, words, chosen, form.elements.need.value);
      row.element.hidden = !isShown;
      count += isShown ? 1 : 0;
    }

    shown.textContent = count === rows.length ? `All ${count} are shown.` : `${count} of ${rows.length} are shown.`;
    noneLeft.hidden = count > 0;
    noneLeft.textContent = count > 0 ? "" : "No workload is left: take a filter back.";
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The fields are empty only once the event is over.
  form.addEventListener("reset", () => setTimeout(apply, 0));

  document.getElementById("open-all").addEventListener("click", () => {
    for (const { element } of rows) {
      if (!element.hidden && element instanceof HTMLDetailsElement) {
        element.open = true;
      }
    }
  });

  // A figure of the matrix shows its workloads alone.
  for (const link of document.querySelectorAll("a[data-need]")) {
    link.addEventListener("click", () => {
      form.reset();
      form.elements.need.value = link.dataset.need;
      setTimeout(apply, 0);
    });
  }

  // A link to a workload that a filter hides would lead nowhere.
  const reveal = () => {
    const target = location.hash === "" ? null : document.getElementById(location.hash.slice(1));
    const row = target?.closest("details.row");
    if (row) {
      row.hidden = false;
      row.open = true;
      target.scrollIntoView();
    }
  };

  addEventListener("hashchange", reveal);
  form.hidden = false;
  apply();
  reveal();
})();
