/* Comfort only: every page works without this file.  No address is asked for here,
   nothing is kept, and every sentence comes from the page (data-… attributes). */
"use strict";

(function () {
  const zone = document.querySelector("[data-drop]");
  const said = document.querySelector("[data-said]");

  function announce(sentence) {
    if (said) said.textContent = sentence;
  }

  /* A file dropped anywhere, or an image pasted, lands in the plain file field. */
  function take(files) {
    const field = zone.querySelector('input[type="file"]');
    field.files = files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.focus();
  }

  function carriesFiles(event) {
    return Array.from(event.dataTransfer ? event.dataTransfer.types : []).includes("Files");
  }

  if (zone) {
    const field = zone.querySelector('input[type="file"]');
    const most = Number(zone.dataset.most);
    let depth = 0;

    document.addEventListener("dragenter", function (event) {
      if (!carriesFiles(event)) return;
      depth += 1;
      zone.classList.add("over");
    });
    document.addEventListener("dragleave", function () {
      depth = Math.max(0, depth - 1);
      if (depth === 0) zone.classList.remove("over");
    });
    document.addEventListener("dragover", function (event) {
      if (carriesFiles(event)) event.preventDefault();
    });
    document.addEventListener("drop", function (event) {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      zone.classList.remove("over");
      if (event.dataTransfer.files.length > 0) take(event.dataTransfer.files);
    });
    document.addEventListener("paste", function (event) {
      if (event.clipboardData && event.clipboardData.files.length > 0) {
        event.preventDefault();
        take(event.clipboardData.files);
      }
    });
    field.addEventListener("change", function () {
      const files = Array.from(field.files);
      const tooBig = files.reduce(function (sum, file) { return sum + file.size; }, 0) > most;
      const names = files.map(function (file) { return file.name; }).join(", ");
      field.setCustomValidity(tooBig ? zone.dataset.tooBig : "");
      if (tooBig) announce(zone.dataset.tooBig);
      else announce(names ? zone.dataset.chosen + " " + names : "");
    });
  }

  /* « Nous vérifions… » is said once, and a second press sends nothing more. */
  document.querySelectorAll("form[data-busy]").forEach(function (form) {
    form.addEventListener("submit", function (event) {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = "yes";
      announce(form.dataset.busy);
    });
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
    });
    if (zone) announce("");
  });

  /* Printing needs a script, so its button shows only where there is one. */
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      document.querySelectorAll("details[data-unfold]").forEach(function (part) {
        part.open = true;
      });
      window.print();
    });
  });
})();
