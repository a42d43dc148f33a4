// The page on which digits are drawn, dropped or photographed, and read.

import { element, showProblem, t } from "./common.js";
import { noteTruth } from "./correction.js";
import { Drawing } from "./drawing.js";
import { listenForPictures, readable } from "./pictures.js";
import { LiveReader, read } from "./reader.js";
import { Result } from "./result.js";

const PAUSE_BEFORE_SAVING = 1500;
const byId = (id) => document.getElementById(id);

const board = byId("board");
const result = new Result();
let mode = "digit";
let picture = null; // The picture shown instead of a drawing.
let row = null; // The row in the history of what is shown.
let corrected = false;
let started = 0;
let saving = null; // The timer until a rested drawing is kept.
let keeping = null; // The request that keeps it.

const drawing = new Drawing(byId("canvas"), drawingChanged, (key) => {
  byId("live").textContent = t(key);
});
const live = new LiveReader(takeDrawing, showAnswer, showProblem);

async function takeDrawing() {
  if (drawing.empty || picture) {
    return null;
  }
  started = performance.now();
  return { picture: await drawing.toBlob(), mode };
}

function showAnswer(answer) {
  showProblem(null);
  result.show(answer, performance.now() - started);
  offerCorrection(answer);
}

function drawingChanged(strokeEnded) {
  byId("hint").hidden = !drawing.empty || picture !== null;
  byId("undo").disabled = drawing.empty;
  byId("clear").disabled = drawing.empty && !picture;
  clearTimeout(saving);
  if (drawing.empty) {
    startAnew();
    return;
  }
  live.changed();
  if (strokeEnded) {
    saving = setTimeout(keepDrawing, PAUSE_BEFORE_SAVING);
  }
}

function startAnew() {
  live.forget();
  clearTimeout(saving);
  row = null;
  corrected = false;
  result.clear();
  byId("correction").hidden = true;
  byId("saved").textContent = "";
  showProblem(null);
}

/** Stores a rested drawing; if it was stored before and grew since, the new row takes its place. */
function keepDrawing() {
  clearTimeout(saving);
  saving = null;
  keeping = (async () => {
    if (drawing.empty || picture) {
      return;
    }
    const replaces = corrected ? null : row;
    const before = drawing;
    try {
      const answer = await read(await drawing.toBlob(), mode, { save: true, replaces });
      if (!before.empty) {
        kept(answer);
      }
    } catch (problem) {
      showProblem(problem);
    }
  })();
  return keeping;
}

function kept(answer) {
  row = answer.id;
  corrected = false;
  byId("saved").textContent = t("recognize.saved");
}

async function readPicture(file, kind = mode) {
  startAnew();
  setMode(kind);
  drawing.clear();
  showPicture(file);
  try {
    const sent = await readable(file);
    started = performance.now();
    const answer = await read(sent, kind, { save: true });
    if (picture === file) {
      showAnswer(answer);
      kept(answer);
    }
  } catch (problem) {
    showProblem(problem);
  }
}

function showPicture(file) {
  const image = byId("picture");
  URL.revokeObjectURL(image.src);
  picture = file;
  byId("shown").hidden = !file;
  byId("canvas").hidden = Boolean(file);
  byId("hint").hidden = Boolean(file);
  byId("clear").disabled = !file;
  if (file) {
    image.src = URL.createObjectURL(file);
  } else {
    image.removeAttribute("src");
  }
}

function setMode(next) {
  if (next === mode) {
    return;
  }
  mode = next;
  board.dataset.mode = next;
  for (const button of document.querySelectorAll("[data-mode][aria-pressed]")) {
    button.setAttribute("aria-pressed", String(button.dataset.mode === next));
  }
  drawing.mode = next;
}

function offerCorrection(answer) {
  const wanted = answer.rejected !== "BLANK";
  byId("correction").hidden = !wanted;
  byId("ask").textContent = t(mode === "number" ? "recognize.wrong.number" : "recognize.wrong");
  byId("truths").hidden = mode === "number";
  byId("truth-row").hidden = mode === "digit";
  for (const button of byId("truths").children) {
    button.setAttribute("aria-pressed", "false");
  }
  byId("saved").textContent = row ? t("recognize.saved") : "";
}

async function correct(truth) {
  try {
    if (!row) {
      await (keeping ?? keepDrawing());
      await (row ? null : keepDrawing());
    }
    if (!row) {
      return;
    }
    await noteTruth(row, truth);
    corrected = true;
    for (const button of byId("truths").children) {
      button.setAttribute("aria-pressed", String(button.textContent === truth));
    }
    byId("saved").textContent = t("recognize.corrected", { answer: truth });
    byId("live").textContent = t("recognize.corrected", { answer: truth });
  } catch (problem) {
    showProblem(problem);
  }
}

for (let digit = 0; digit < 10; digit++) {
  const button = element("button", { type: "button", className: "button" }, String(digit));
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => correct(String(digit)));
  byId("truths").append(button);
}

byId("correction").addEventListener("submit", (event) => {
  event.preventDefault();
  const truth = byId("truth").value.trim();
  if (mode === "number" && /^[0-9]{1,32}$/.test(truth)) {
    correct(truth);
  }
});

byId("undo").addEventListener("click", () => drawing.undo());
byId("clear").addEventListener("click", () => {
  showPicture(null);
  drawing.clear();
  byId("canvas").focus({ preventScroll: true });
});
byId("brush").addEventListener("input", (event) => {
  drawing.brush = Number(event.target.value);
});
for (const button of document.querySelectorAll(".switch [data-mode]")) {
  button.addEventListener("click", () => {
    if (picture) {
      readPicture(picture, button.dataset.mode);
    } else {
      setMode(button.dataset.mode);
    }
  });
}
byId("as-number").addEventListener("click", async () => {
  readPicture(picture ?? (await drawing.toBlob()), "number");
});
for (const button of document.querySelectorAll("[data-sample]")) {
  button.addEventListener("click", async () => {
    const reply = await fetch(`/img/samples/${button.dataset.sample}.jpg`);
    readPicture(await reply.blob(), button.dataset.kind);
  });
}
listenForPictures(
  board,
  (file) => readPicture(file),
  (key) => showProblem(new Error(t(key))),
);

// Who leaves before the pause is over keeps the drawing all the same.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden" && saving) {
    keepDrawing();
  }
});
