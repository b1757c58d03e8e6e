/* What the browser adds. Every page works without it; nothing here is needed to do the
   work, and nothing is evaluated from text, so a strict CSP holds. */

(() => {
  "use strict";

  /* After a refused form the summary of what went wrong gets the focus. */
  const focusErrors = (root) => root.querySelector("[data-focus]")?.focus();

  /* A draft is kept two seconds after the last key. Who closes the page sooner, or puts the
     phone away, loses nothing either; who sent a form has no draft any more. */
  const markTyped = (event) => {
    const form = event.target.form;
    if (form?.querySelector("[data-draft]")) form.dataset.typed = "true";
  };

  const forgetTyped = () =>
    document.querySelectorAll("form[data-typed]").forEach((form) => {
      delete form.dataset.typed;
    });

  const keepTyped = () => {
    if (document.visibilityState !== "hidden") return;
    document.querySelectorAll("form[data-typed]").forEach((form) => {
      const url = form.querySelector("[data-draft]").getAttribute("hx-post");
      if (navigator.sendBeacon(url, new FormData(form))) delete form.dataset.typed;
    });
  };

  const onRequest = (event) => {
    const draft = event.target.closest?.("[data-draft]");
    if (draft) delete draft.closest("form").dataset.typed;
  };

  /* One click, one act: the button stays off until the answer is there. Its name and
     value still go along, because it is switched off after the form was sent. The server
     guards too, with the idempotency key of the form. */
  const guardSubmit = (event) => {
    const form = event.target;
    forgetTyped();
    if (form.method !== "post" || form.hasAttribute("data-again")) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    const buttons = form.querySelectorAll("button:not([type=button])");
    setTimeout(() => buttons.forEach((button) => (button.disabled = true)));
  };

  const releaseForms = () =>
    document.querySelectorAll("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      form.querySelectorAll("button").forEach((button) => (button.disabled = false));
    });

  /* Choose all rows, and how many are chosen. */
  const countChosen = (form) => {
    const boxes = [...form.querySelectorAll("[data-choose]")];
    const chosen = boxes.filter((box) => box.checked).length;
    const all = form.querySelector("[data-choose-all]");
    if (all) {
      all.checked = boxes.length > 0 && chosen === boxes.length;
      all.indeterminate = chosen > 0 && chosen < boxes.length;
    }
    const counter = form.querySelector("[data-chosen]");
    if (counter) counter.textContent = `${chosen} gekozen`;
  };

  const onChange = (event) => {
    const box = event.target;
    const form = box.closest?.("[data-bulk]");
    if (!form) return;
    if (box.matches("[data-choose-all]")) {
      form.querySelectorAll("[data-choose]").forEach((other) => {
        other.checked = box.checked;
      });
    }
    countChosen(form);
  };

  /* Two minutes before the session ends one is warned, and can stay (WCAG 2.2.1). Every
     answer of the server that is not the sign-in page starts the time anew. */
  const WARN_BEFORE = 120;
  let idle;

  const watchSession = () => {
    const warning = document.querySelector("[data-session]");
    if (!warning) return;
    const seconds = Number(warning.dataset.session) - WARN_BEFORE;
    warning.hidden = true;
    clearTimeout(idle);
    idle = setTimeout(() => (warning.hidden = false), seconds * 1000);
  };

  const onAnswer = (event) => {
    const { xhr, pathInfo, successful } = event.detail;
    if (successful && xhr.responseURL.includes(pathInfo.requestPath)) watchSession();
    if (event.target.matches?.("form")) releaseForms();
  };

  /* Menus made of <details> close on Escape and when one goes elsewhere. */
  const closeMenus = (except) =>
    document.querySelectorAll(".ib-menu[open]").forEach((menu) => {
      if (!menu.contains(except)) menu.open = false;
    });

  /* Shortcuts are off until somebody switches them on in this browser (WCAG 2.1.4):
     "/" goes to the search field, "g" and then a digit to that part of the main menu,
     "?" to the list of them. */
  const STORE = "inburgering-sneltoetsen";
  let waitsForDigit = false;

  const shortcut = (event) => {
    if (localStorage.getItem(STORE) !== "aan") return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    if (waitsForDigit) {
      waitsForDigit = false;
      document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
    } else if (event.key === "/") {
      event.preventDefault();
      document.querySelector(".ib-search input")?.focus();
    } else if (event.key === "g") {
      waitsForDigit = true;
    } else if (event.key === "?") {
      document.querySelector("[data-key-list]")?.click();
    }
  };

  const offerShortcuts = () => {
    const box = document.querySelector("[data-shortcuts]");
    if (!box) return;
    box.checked = localStorage.getItem(STORE) === "aan";
    box.closest("[hidden]").hidden = false;
    box.addEventListener("change", () =>
      localStorage.setItem(STORE, box.checked ? "aan" : "uit"),
    );
  };

  const onKey = (event) => {
    if (event.key === "Escape") {
      const open = event.target.closest(".ib-menu[open]");
      closeMenus(null);
      open?.querySelector("summary").focus();
    } else {
      shortcut(event);
    }
  };

  /* A number that may not come in an address is asked where it does not stay. */
  const onInvalid = (event) => {
    const { dataset, validity, value } = event.target;
    if (!dataset.numberPage || !validity.patternMismatch) return;
    event.preventDefault();
    const form = document.createElement("form");
    form.method = "post";
    form.action = dataset.numberPage;
    const token = document.querySelector("[name=csrfmiddlewaretoken]");
    form.append(...[["bsn", value], ["csrfmiddlewaretoken", token.value]].map(
      ([name, typed]) => Object.assign(document.createElement("input"), {
        type: "hidden", name, value: typed,
      }),
    ));
    document.body.append(form);
    form.submit();
  };

  /* A passkey that is not there, or that one took back, is told in words. */
  const onPasskeyError = (event) => {
    const words = document.querySelector("[data-passkey-error]");
    if (!words) return;
    event.preventDefault();
    words.hidden = false;
  };

  document.addEventListener("allauth.error", onPasskeyError);
  document.addEventListener("invalid", onInvalid, true);
  document.addEventListener("submit", guardSubmit);
  document.addEventListener("change", onChange);
  document.addEventListener("input", markTyped);
  document.addEventListener("visibilitychange", keepTyped);
  document.addEventListener("click", (event) => {
    closeMenus(event.target);
    if (event.target.closest("[data-print]")) window.print();
  });
  document.addEventListener("keydown", onKey);
  document.addEventListener("htmx:load", (event) => focusErrors(event.target));
  document.addEventListener("htmx:beforeRequest", onRequest);
  document.addEventListener("htmx:afterRequest", onAnswer);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) releaseForms();
  });
  document
    .querySelectorAll("[data-print], [data-choose-all]")
    .forEach((part) => (part.hidden = false));
  document.querySelectorAll("[data-bulk]").forEach(countChosen);
  offerShortcuts();
  watchSession();
  focusErrors(document);
})();
