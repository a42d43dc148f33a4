// What every page needs: texts, colour scheme, language, calls to the server.

const texts = await fetchTexts(document.documentElement.lang);

async function fetchTexts(language) {
  const english = fetch("/i18n/en.json").then((reply) => reply.json());
  if (language === "en") {
    return english;
  }
  const own = fetch(`/i18n/${language}.json`).then((reply) => reply.json());
  return { ...(await english), ...(await own) };
}

/** The text of a key in the page's language; {name} is replaced by the parameter of that name. */
export function t(key, parameters = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (place, name) => parameters[name] ?? place);
}

const locale = document.documentElement.lang;
const percentFormat = new Intl.NumberFormat(locale, {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const timeFormat = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
const numberFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** 0.987 as "98.7%", rounded down at the top: only what is certain is shown as 100 %. */
export function percent(share) {
  return percentFormat.format(share < 1 ? Math.min(share, 0.9994) : 1);
}

export function number(value) {
  return numberFormat.format(value);
}

export function time(iso) {
  return timeFormat.format(new Date(iso));
}

/** An answer of the server that is no success; `title` and `detail` are fit to be shown. */
export class Problem extends Error {
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** Calls the API; gives the JSON of the answer, or nothing for an answer without a body. */
export async function api(path, options = {}) {
  let reply;
  try {
    reply = await fetch(`/api/v1${path}`, options);
  } catch (failed) {
    if (failed.name === "AbortError") {
      throw failed;
    }
    throw new Problem(0, "offline", t("problem.offline"));
  }
  if (reply.status === 204) {
    return undefined;
  }
  const body = await reply.json().catch(() => ({}));
  if (!reply.ok) {
    const code = String(body.type ?? "").split("problem-")[1] ?? "internal";
    throw new Problem(reply.status, code, problemText(code, body));
  }
  return body;
}

function problemText(code, body) {
  const known = texts[`problem.${code}`];
  return known ? t(`problem.${code}`) : (body.detail ?? t("problem.internal"));
}

/** Shows what went wrong, or with nothing takes the message away. */
export function showProblem(problem) {
  const box = document.getElementById("problem");
  box.hidden = !problem;
  box.textContent = problem ? problem.message : "";
}

/** An element with properties and children. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) {
      made[key] = value;
    } else {
      made.setAttribute(key, value);
    }
  }
  made.append(...children);
  return made;
}

function remember(name, value) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${value}; Path=/; SameSite=Lax; Max-Age=31536000${secure}`;
}

document.getElementById("lang").addEventListener("change", (event) => {
  remember("lang", event.target.value);
  location.reload();
});

document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark =
    root.dataset.theme === "dark" ||
    (root.dataset.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = dark ? "light" : "dark";
  remember("theme", root.dataset.theme);
  document.dispatchEvent(new Event("themechange"));
});
