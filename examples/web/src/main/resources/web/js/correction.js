// Corrects a reading of the history, and the form in its row for that.

import { api, element, showProblem, t } from "./common.js";

const LONGEST = 32;
const NUMBER = /^[0-9]{1,32}$/;

/**
 * A button that opens the form at the end of its row. Enter saves, Escape cancels; an empty field
 * withdraws the correction. `changed` is called with the new correction, null if withdrawn.
 */
export function correctButton(entry, shown, changed) {
  const button = element("button", { type: "button", className: "button small" }, t("recognize.correct"));
  button.setAttribute("aria-label", t("history.correct", { answer: shown }));
  button.addEventListener("click", () => {
    const form = correctionForm(entry, changed, () => {
      form.remove();
      button.hidden = false;
      button.focus();
    });
    button.hidden = true;
    button.closest("li").append(form);
    form.elements.truth.focus();
    form.elements.truth.select();
  });
  return button;
}

function correctionForm(entry, changed, close) {
  const id = `truth-${entry.id}`;
  const input = element("input", {
    id,
    name: "truth",
    inputMode: "numeric",
    maxLength: LONGEST,
    autocomplete: "off",
    value: entry.correction ?? entry.answer,
  });
  const cancel = element("button", { type: "button", className: "button small" }, t("history.cancel"));
  const form = element(
    "form",
    { className: "amend", noValidate: true },
    element("label", { htmlFor: id }, t("history.truth")),
    input,
    element("button", { className: "button small primary" }, t("history.save")),
    cancel,
  );
  if (entry.correction) {
    input.after(element("p", { id: `${id}-note`, className: "note" }, t("history.withdraw")));
    input.setAttribute("aria-describedby", `${id}-note`);
  }
  let saving = false;

  async function save() {
    const truth = input.value.trim();
    const wrong = truth !== "" && !NUMBER.test(truth);
    input.setAttribute("aria-invalid", String(wrong));
    showProblem(null);
    if (wrong) {
      showProblem(new Error(t("problem.digits")));
      input.focus();
      return;
    }
    if (truth === "" && !entry.correction) {
      close();
      return;
    }
    saving = true;
    try {
      await noteTruth(entry.id, truth);
      changed(truth || null);
    } catch (problem) {
      showProblem(problem);
    } finally {
      saving = false;
    }
  }

  function leave() {
    showProblem(null);
    close();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!saving) {
      save();
    }
  });
  // While letters are being composed, Escape belongs to the input method.
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      leave();
    }
  });
  cancel.addEventListener("click", leave);
  return form;
}

/** Notes what a reading of the history really was; an empty text withdraws a correction. */
export function noteTruth(id, truth) {
  const path = `/history/${id}/correction`;
  if (truth === "") {
    return api(path, { method: "DELETE" });
  }
  return api(path, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ answer: truth }),
  });
}
