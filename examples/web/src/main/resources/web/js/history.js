// A visitor's own history: look, search, correct, delete, take away.

import { api, element, percent, showProblem, t, time } from "./common.js";
import { correctButton } from "./correction.js";

const SIZE = 24;
const TYPING_PAUSE = 250;
const LONG_NUMBER = 7;
const byId = (id) => document.getElementById(id);

let page = 0;
let typing = null;
let latest = 0;

const kept = byId("kept").dataset;
byId("kept").textContent = t("history.kept", { rows: kept.rows, days: kept.days });

async function load() {
  const turn = ++latest;
  const query = new URLSearchParams({ page, size: SIZE });
  const search = byId("q").value.replace(/\D/g, "");
  if (search) {
    query.set("q", search);
  }
  byId("entries").setAttribute("aria-busy", "true");
  try {
    const found = await api(`/history?${query}`);
    if (turn !== latest) {
      return;
    }
    if (found.entries.length === 0 && page > 0) {
      page--;
      await load();
      return;
    }
    show(found);
    showProblem(null);
  } catch (problem) {
    showProblem(problem);
  } finally {
    byId("entries").setAttribute("aria-busy", "false");
  }
}

function show({ entries, total }) {
  byId("entries").replaceChildren(...entries.map(row));
  const searching = byId("q").value !== "";
  byId("empty").hidden = total > 0;
  byId("empty").firstElementChild.textContent = t(searching ? "history.none" : "history.empty");
  byId("delete-all").disabled = total === 0 && !searching;
  const pages = Math.max(1, Math.ceil(total / SIZE));
  byId("pager").hidden = pages < 2;
  byId("newer").disabled = page === 0;
  byId("older").disabled = page >= pages - 1;
  byId("where").textContent = t("history.where", { page: page + 1, pages });
  byId("live").textContent = t("history.total", { total });
}

function row(entry) {
  const answer = entry.correction ?? entry.answer;
  const shown = answer === "" ? "–" : answer;
  const value = element("b", { className: answer.length > LONG_NUMBER ? "long" : "" });
  if (entry.correction && entry.correction !== entry.answer) {
    value.append(element("s", {}, entry.answer || "–"));
  }
  value.append(shown);
  const remove = element("button", { type: "button", className: "icon-button" });
  remove.setAttribute("aria-label", t("history.delete", { answer: shown }));
  remove.title = t("history.delete", { answer: shown });
  remove.append(cross());
  const correct = correctButton(entry, shown, (correction) => replaceRow(item, { ...entry, correction }));
  const item = element(
    "li",
    { className: "entry" },
    element("img", { src: entry.picture, alt: t("history.picture", { answer: shown }), loading: "lazy" }),
    element("div", { className: "what" }, value, state(entry), element("span", {}, time(entry.created)), correct),
    remove,
  );
  item.dataset.id = entry.id;
  remove.addEventListener("click", () => removeRow(entry.id));
  return item;
}

/** Shows a correction where the row stands, even if a search would not find it there any more. */
function replaceRow(item, entry) {
  const focused = item.contains(document.activeElement);
  const fresh = row(entry);
  item.replaceWith(fresh);
  if (focused) {
    fresh.querySelector(".what button").focus();
  }
  byId("live").textContent = entry.correction
    ? t("recognize.corrected", { answer: entry.correction })
    : t("history.withdrawn");
}

function state(entry) {
  if (entry.correction) {
    return element("span", {}, t("history.corrected"));
  }
  if (entry.rejected) {
    return element("span", { className: "doubtful" }, t(`reject.${entry.rejected}`));
  }
  return element("span", {}, t("history.confidence", { confidence: percent(entry.confidence) }));
}

function cross() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13");
  svg.append(path);
  return svg;
}

async function removeRow(id) {
  try {
    await api(`/history/${id}`, { method: "DELETE" });
    await load();
    byId("live").textContent = t("history.deleted");
    byId("main").focus({ preventScroll: true });
  } catch (problem) {
    showProblem(problem);
  }
}

byId("search").addEventListener("submit", (event) => event.preventDefault());
byId("q").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    page = 0;
    load();
  }, TYPING_PAUSE);
});
byId("newer").addEventListener("click", () => {
  page--;
  load();
});
byId("older").addEventListener("click", () => {
  page++;
  load();
});
byId("delete-all").addEventListener("click", () => {
  byId("confirm").returnValue = "no";
  byId("confirm").showModal();
});
byId("confirm").addEventListener("close", async () => {
  if (byId("confirm").returnValue === "yes") {
    try {
      await api("/history", { method: "DELETE" });
      page = 0;
      await load();
    } catch (problem) {
      showProblem(problem);
    }
  }
});

await load();
